package org.billingsso.http;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.billingsso.http.Response.BodyStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Writes a response to the client it is for.
 *
 * @param callback is told when all is written, or that it could not be
 */
record ResponseWriter(
    Request request, org.eclipse.jetty.server.Response response, Callback callback) {
  private static final HttpField NOT_SNIFFED =
      new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

  void write(Response answer) {
    if (answer instanceof Answer whole) {
      whole(whole);
    } else if (answer instanceof Response.Delayed delayed) {
      request
          .getComponents()
          .getScheduler()
          .schedule(
              () -> whole(delayed.answer()), delayed.delay().toMillis(), TimeUnit.MILLISECONDS);
    } else if (answer instanceof Response.Cut cut) {
      cut(cut);
    } else if (answer instanceof Response.Streamed streamed) {
      streamed(streamed);
    }
  }

  private void whole(Answer answer) {
    HttpFields.Mutable headers = head(answer.status(), answer.headers());
    boolean hasBody = answer.status() != 204 && answer.status() != 304;
    if (hasBody) {
      headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    }
    boolean sendsBody = hasBody && !request.getMethod().equals("HEAD");
    response.write(true, sendsBody ? ByteBuffer.wrap(answer.body()) : null, callback);
  }

  private void cut(Response.Cut cut) {
    if (cut.bodyBytes() < 0) {
      close();
      return;
    }
    Answer answer = cut.answer();
    int written = Math.min(cut.bodyBytes(), answer.body().length);
    head(answer.status(), answer.headers()).put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    response.write(
        false,
        ByteBuffer.wrap(answer.body(), 0, written),
        Callback.from(this::close, e -> close()));
  }

  private void streamed(Response.Streamed streamed) {
    head(streamed.status(), streamed.headers());
    BodyStream body = new QueuedBody(response, callback);
    response.write(
        false, null, Callback.from(() -> streamed.writing().accept(body), failure -> body.end()));
  }

  private HttpFields.Mutable head(int status, Iterable<Answer.Header> fields) {
    response.setStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    for (Answer.Header header : fields) {
      headers.add(header.name(), header.value());
    }
    headers.put(NOT_SNIFFED);
    if (!request.consumeAvailable()) {
      headers.put(HttpHeader.CONNECTION, "close"); // It would begin with the rest of this body.
    }
    return headers;
  }

  private void close() {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new QuietException.Exception("The answer was to be cut off"));
  }
}
