package org.billingsso.speed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The least that the gateway's HTTP server can do: read a request, and write so many bytes. */
final class BareServer extends Handler.Abstract implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final byte[] answer;

  BareServer(int answerBytes) throws Exception {
    answer = new byte[answerBytes];
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(this);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    try (InputStream body = Content.Source.asInputStream(request)) {
      body.readAllBytes();
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
    response.write(true, ByteBuffer.wrap(answer), callback);
    return true;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
