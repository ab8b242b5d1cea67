package org.billingsso.bench;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * The least that an HTTP server on Jetty can do: it reads the request and writes as many bytes as
 * the path's last segment says, with the status before it: {@code /200/170}.
 */
public final class Limit extends Handler.Abstract {
  private Limit() {}

  /** Listens on the port that is the only argument. */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server(Integer.parseInt(arguments[0]));
    server.setHandler(new Limit());
    server.start();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    try (InputStream body = Content.Source.asInputStream(request)) {
      body.readAllBytes();
    }
    String[] path = Request.getPathInContext(request).split("/", -1);
    byte[] answer = new byte[Integer.parseInt(path[2])];
    Arrays.fill(answer, (byte) 'x');
    response.setStatus(Integer.parseInt(path[1]));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
    response.write(true, ByteBuffer.wrap(answer), callback);
    return true;
  }
}
