package org.billingsso.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Bodies in gzip, both ways. */
public final class Gzip {
  private Gzip() {}

  /** The answer, in gzip where the client accepts that, which is read before it is made. */
  public static Answer whereAccepted(Exchange request, Supplier<Answer> making) {
    boolean accepted = request.accepted("Accept-Encoding").contains("gzip");
    Answer answer = making.get().with("Vary", "Accept-Encoding");
    return accepted
        ? new Answer(answer.status(), answer.headers(), deflate(answer.body()))
            .with("Content-Encoding", "gzip")
        : answer;
  }

  private static byte[] deflate(byte[] body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length);
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(body);
    } catch (IOException impossible) {
      throw new AssertionError("Nothing fails in memory", impossible);
    }
    return compressed.toByteArray();
  }
}
