package org.billingsso;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests in shapes that no well-behaved client library sends. */
public final class RawHttp {
  private static final int TIMEOUT_MILLIS = 10_000;

  private RawHttp() {}

  /**
   * The answers to these requests, sent at once over one connection, as text.
   *
   * @param requests each a request line, header lines without {@code Host}, an empty line and
   *     perhaps a body, parted by {@code \n}
   */
  public static String send(URI server, List<String> requests) {
    StringBuilder text = new StringBuilder();
    for (String request : requests) {
      boolean last = text.length() > 0 || requests.size() == 1;
      String host = "\nHost: " + server.getAuthority() + (last ? "\nConnection: close" : "");
      text.append(request.replaceFirst("\n", host + "\n").replace("\n", "\r\n"));
    }
    return exchange(server, text.toString());
  }

  /** What the server says until it closes the connection, where it is sent exactly that text. */
  public static String exchange(URI server, String text) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("The server did not answer", e);
    }
  }
}
