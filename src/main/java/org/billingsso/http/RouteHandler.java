package org.billingsso.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.billingsso.http.Mounts.Mount;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;
import org.billingsso.store.StoreException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Where every request comes in: finds its endpoint, reads its body, and has the response written,
 * exactly once, whatever is thrown on the way. The thread that has read a request answers it where
 * its route is quick and its body short; all else goes to a thread that may wait, so that no
 * request holds up another.
 */
final class RouteHandler extends Handler.Abstract {
  private volatile Mounts mounts;
  private final HttpSettings settings;
  private final OurHosts hosts;
  private final Executor waiting;
  private final BodyMemory memory = BodyMemory.ofThisProcess();

  /**
   * @param waiting has threads that may be held up
   */
  RouteHandler(Mounts mounts, HttpSettings settings, Executor waiting) {
    super(InvocationType.NON_BLOCKING);
    this.mounts = mounts;
    this.settings = settings;
    this.hosts = new OurHosts(settings);
    this.waiting = waiting;
  }

  void serve(Mounts others) {
    mounts = others;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!request.getConnectionMetaData().isPersistent()) {
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE); // HTTP/1.0 is not told otherwise.
    }
    String path = Request.getPathInContext(request);
    Mount mount = mounts.at(path);
    Optional<Routes.Match> match = mount.routes().match(path.substring(mount.base().length()));
    Origin asked;
    Optional<HttpError> misdirected = Optional.empty();
    try {
      asked = hosts.askedFor(request);
    } catch (HttpError refused) {
      asked = OurHosts.cameTo(request);
      misdirected = Optional.of(refused);
    }
    Exchange exchange =
        new Exchange(
            request,
            settings,
            mount,
            match.map(Routes.Match::pathParameters).orElse(Map.of()),
            asked,
            new ResponseWriter(request, response, callback));
    ErrorWords words = match.map(found -> found.route().errors()).orElseGet(mount.routes()::errors);
    if (misdirected.isPresent()) {
      refuse(exchange, words, match, misdirected.get());
      return true;
    }
    Optional<Endpoint> endpoint =
        match.flatMap(found -> found.route().endpoint(request.getMethod()));
    if (endpoint.isEmpty()) {
      boolean served = match.filter(found -> found.route().isServed()).isPresent();
      refuse(exchange, words, match, new HttpError(served ? 405 : 404));
      return true;
    }
    Routes.Route route = match.orElseThrow().route();
    Optional<HttpError> unreadable = unreadable(request);
    if (unreadable.isPresent()) {
      exchange.complete(() -> refused(exchange, route.path(), route.errors(), unreadable.get()));
      return true;
    }
    Body.read(
        request,
        settings.maximumBodyBytes(),
        memory,
        body -> {
          exchange.arrived(body);
          Runnable answering =
              () -> {
                try {
                  answer(exchange, endpoint.get(), route);
                } finally {
                  memory.giveBack(body.taken());
                }
              };
          if (route.quick() && isSoonRead(body, request)) {
            answering.run();
          } else {
            waiting.execute(answering);
          }
        });
    return true;
  }

  /** Why the body need not even come; empty where it may. */
  private Optional<HttpError> unreadable(Request request) {
    String coding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
    if (coding != null && !coding.strip().equalsIgnoreCase("chunked")) {
      return Optional.of(
          new HttpError(501, "Of the transfer encodings, only chunked is read")
              .because(Diagnosis.of("the Transfer-Encoding is not one that is read").seen(coding)));
    }
    boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
    return waits && request.getLength() > settings.maximumBodyBytes()
        ? Optional.of(
            new HttpError(413)
                .because(
                    Diagnosis.of("the body is too long")
                        .seen(request.getLength() + " bytes")
                        .setting("maximumBodyBytes")))
        : Optional.empty();
  }

  /** Whether the body holds so little that no endpoint is long busy with it. */
  private static boolean isSoonRead(Body body, Request request) {
    return body.isShort() && !request.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
  }

  private static void refuse(
      Exchange exchange, ErrorWords words, Optional<Routes.Match> match, HttpError error) {
    String route = match.map(found -> found.route().path()).orElse("a path without a route");
    exchange.complete(
        () -> {
          Answer answer = refused(exchange, route, words, error);
          return match.isEmpty() ? answer : allowing(match.get().route(), error, answer);
        });
  }

  private static void answer(Exchange exchange, Endpoint endpoint, Routes.Route route) {
    exchange.complete(() -> response(exchange, endpoint, route));
  }

  private static org.billingsso.http.Response response(
      Exchange exchange, Endpoint endpoint, Routes.Route route) {
    String what = exchange.method() + " " + route.path();
    try {
      return endpoint.answer(exchange);
    } catch (HttpError refused) {
      return allowing(route, refused, refused(exchange, route.path(), route.errors(), refused));
    } catch (StoreException unavailable) {
      exchange.tell(
          new Outcome.Unavailable(
              exchange.now(), exchange.client(), what, String.valueOf(unavailable.getMessage())));
    } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
      exchange.tell(new Outcome.Failed(exchange.now(), exchange.client(), what, failure));
    }
    return route.errors().answer(new HttpError(500), exchange);
  }

  private static Answer allowing(Routes.Route route, HttpError error, Answer answer) {
    return switch (error.status()) {
      case 405 -> answer.with("Allow", route.allowed());
      case 503 -> answer.with("Retry-After", "1");
      default -> answer;
    };
  }

  private static Answer refused(
      Exchange exchange, String route, ErrorWords words, HttpError error) {
    exchange.tell(
        new Outcome.Rejected(
            exchange.now(),
            exchange.client(),
            exchange.method(),
            route,
            error.status(),
            error.diagnosis()));
    return words.answer(error, exchange);
  }
}
