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

  /** What the requests share that belong to no world. */
  Scope scope() {
    return mounts.at("/").routes().scope();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    handle(request, response, callback, Optional.empty());
    return true;
  }

  /** Refuses it, whatever it is for. */
  void refuse(Request request, Response response, Callback callback, HttpError why) {
    handle(request, response, callback, Optional.of(why));
  }

  private void handle(
      Request request, Response response, Callback callback, Optional<HttpError> refused) {
    RequestPath path = RequestPath.of(GatewayConnection.pathOf(request));
    boolean persistent = request.getConnectionMetaData().isPersistent();
    if (!persistent || path.refusal().isPresent()) {
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE); // HTTP/1.0 is not told otherwise.
    }
    Mount mount = mounts.at(path.text());
    Routes routes = mount.routes();
    Optional<Routes.Match> match = routes.match(path.text().substring(mount.base().length()));
    Optional<Routes.Route> found = match.map(Routes.Match::route);
    Origin asked;
    Optional<HttpError> refusal = refused.or(path::refusal).or(mount::refusal);
    try {
      asked = hosts.askedFor(request);
    } catch (HttpError misdirected) {
      asked = OurHosts.cameTo(request);
      refusal = Optional.of(misdirected);
    }
    Exchange exchange =
        new Exchange(
            request,
            settings,
            mount,
            path,
            match.map(Routes.Match::pathParameters).orElse(Map.of()),
            asked,
            new ResponseWriter(request, response, callback));
    refusal = refusal.or(() -> wrongRoute(found, request)).or(() -> unreadable(request));
    if (refusal.isPresent()) {
      HttpError error = refusal.get();
      exchange.complete(() -> ErrorResponder.refuse(exchange, found, routes, error));
      return;
    }
    Routes.Route route = found.orElseThrow();
    Endpoint endpoint = route.endpoint(request.getMethod()).orElseThrow();
    Body.read(
        request,
        settings,
        memory,
        body -> {
          exchange.arrived(body);
          Runnable answering =
              () -> {
                try {
                  exchange.complete(() -> response(exchange, endpoint, route, routes));
                } finally {
                  memory.giveBack(body.taken());
                }
              };
          if (route.isQuick() && isSoonRead(body, request)) {
            answering.run();
          } else {
            waiting.execute(answering);
          }
        });
  }

  /** What is wrong about the path and the method; empty where they lead to an endpoint. */
  private static Optional<HttpError> wrongRoute(Optional<Routes.Route> route, Request request) {
    if (route.filter(Routes.Route::isServed).isEmpty()) {
      return Optional.of(new HttpError(404).because(Diagnosis.of("nothing has this path")));
    }
    return route.get().endpoint(request.getMethod()).isPresent()
        ? Optional.empty()
        : Optional.of(
            new HttpError(405).because(Diagnosis.of("the path does not have this method")));
  }

  /** Why the body need not even come; empty where it may. */
  private Optional<HttpError> unreadable(Request request) {
    String coding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
    if (coding != null && !coding.strip().equalsIgnoreCase("chunked")) {
      return Optional.of(
          new HttpError(501, "Of the transfer encodings, only chunked is read")
              .because(
                  Diagnosis.of("the Transfer-Encoding is not one that is read")
                      .seen(coding)
                      .expected("chunked, or none")));
    }
    boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
    return waits && request.getLength() > settings.maximumBodyBytes()
        ? Optional.of(
            new HttpError(413)
                .because(
                    Diagnosis.of("the body is too long")
                        .seen(request.getLength() + " bytes")
                        .expected("at most " + settings.maximumBodyBytes() + " bytes")
                        .setting("maximumBodyBytes")))
        : Optional.empty();
  }

  /** Whether the body holds so little that no endpoint is long busy with it. */
  private static boolean isSoonRead(Body body, Request request) {
    return body.isShort() && !request.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
  }

  private static org.billingsso.http.Response response(
      Exchange exchange, Endpoint endpoint, Routes.Route route, Routes routes) {
    String what = exchange.method() + " " + route.path();
    try {
      return endpoint.answer(exchange);
    } catch (HttpError refused) {
      return ErrorResponder.refuse(exchange, Optional.of(route), routes, refused);
    } catch (StoreException unavailable) {
      exchange.tell(
          new Outcome.Unavailable(
              exchange.now(), exchange.client(), what, String.valueOf(unavailable.getMessage())));
    } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
      exchange.tell(new Outcome.Failed(exchange.now(), exchange.client(), what, failure));
    }
    return route.errors().answer(new HttpError(500), exchange);
  }
}
