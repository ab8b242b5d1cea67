package org.billingsso.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What a client is told whose request was not even HTTP: the status and nothing about us, and that
 * the connection ends here. The operator is told why.
 */
final class QuietErrors extends ErrorHandler {
  private final HttpSettings settings;
  private final Supplier<Scope> scope;

  /**
   * @param scope of requests that belong to no world
   */
  QuietErrors(HttpSettings settings, Supplier<Scope> scope) {
    this.settings = settings;
    this.scope = scope;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (status < HttpStatus.INTERNAL_SERVER_ERROR_500
        || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
      tell(request, status);
    }
    byte[] body = (HttpStatus.getMessage(status) + "\n").getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private void tell(Request request, int status) {
    Scope all = scope.get();
    all.outcomes()
        .tell(
            new Outcome.Rejected(
                all.clock().instant(),
                settings.forwarding().peer(request),
                "Something",
                "that is no request",
                status,
                Diagnosis.of("the server cannot read it as HTTP")
                    .seen(String.valueOf(request.getAttribute(ERROR_MESSAGE)))
                    .expected("HTTP/1.1 as in RFC 9112")));
  }
}
