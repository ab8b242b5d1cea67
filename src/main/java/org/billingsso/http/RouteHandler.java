package org.billingsso.http;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.billingsso.store.StoreException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes in: finds its endpoint and writes what that answers. The thread that
 * has read a request answers it where its route is quick; all else goes to a thread that may wait,
 * so that no request holds up another. What fails is logged by its route, since the path itself may
 * carry a token.
 */
final class RouteHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(RouteHandler.class);

  private volatile Routes routes;
  private final HttpSettings settings;
  private final Executor waiting;

  /**
   * @param waiting has threads that may be held up
   */
  RouteHandler(Routes routes, HttpSettings settings, Executor waiting) {
    super(InvocationType.NON_BLOCKING);
    this.routes = routes;
    this.settings = settings;
    this.waiting = waiting;
  }

  void serve(Routes others) {
    routes = others;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!request.getConnectionMetaData().isPersistent()) {
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE); // HTTP/1.0 is not told otherwise.
    }
    Body.read(
        request,
        settings.maximumBodyBytes(),
        body -> respond(new Exchange(request, response, callback), body));
    return true;
  }

  private void respond(Exchange exchange, Body body) {
    Routes table = routes;
    Optional<Routes.Match> match = table.match(Request.getPathInContext(exchange.request()));
    Runnable answering = () -> exchange.write(answer(table, match, exchange.request(), body));
    if (match.isEmpty() || match.get().route().quick()) {
      answering.run();
    } else {
      waiting.execute(answering);
    }
  }

  private Answer answer(Routes table, Optional<Routes.Match> match, Request request, Body body) {
    if (match.isEmpty()) {
      Incoming incoming = new Incoming(request, settings, Map.of(), body);
      return table.errors().answer(new HttpError(404), incoming);
    }
    Routes.Route route = match.get().route();
    Incoming incoming = new Incoming(request, settings, match.get().pathParameters(), body);
    Optional<Endpoint> endpoint = route.endpoint(request.getMethod());
    if (endpoint.isEmpty()) {
      return refused(route, new HttpError(405), incoming);
    }
    try {
      return endpoint.get().answer(incoming);
    } catch (HttpError refused) {
      return refused(route, refused, incoming);
    } catch (StoreException unavailable) {
      log.error(
          "{} {} failed, since the store did not do its work: {}",
          request.getMethod(),
          route.path(),
          unavailable.getMessage());
      return refused(route, new HttpError(500), incoming);
    } catch (RuntimeException failure) {
      log.error("{} {} failed: please report this", request.getMethod(), route.path(), failure);
      return refused(route, new HttpError(500), incoming);
    }
  }

  private static Answer refused(Routes.Route route, HttpError why, Incoming incoming) {
    Answer answer = route.errors().answer(why, incoming);
    return why.status() == 405 ? answer.with("Allow", route.allowed()) : answer;
  }

  /** A request, and the way to answer it. */
  private record Exchange(Request request, Response response, Callback callback) {

    void write(Answer answer) {
      response.setStatus(answer.status());
      HttpFields.Mutable headers = response.getHeaders();
      for (Answer.Header header : answer.headers()) {
        headers.add(header.name(), header.value());
      }
      headers.put("X-Content-Type-Options", "nosniff");
      if (!request.consumeAvailable()) {
        headers.put(HttpHeader.CONNECTION, "close"); // It would begin with the rest of this body.
      }
      boolean hasBody = answer.status() != 204 && answer.status() != 304;
      if (hasBody) {
        headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
      }
      boolean sendsBody = hasBody && !request.getMethod().equals("HEAD");
      response.write(true, sendsBody ? ByteBuffer.wrap(answer.body()) : null, callback);
    }
  }
}
