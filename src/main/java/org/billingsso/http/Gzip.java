package org.billingsso.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;

/** Bodies in gzip, both ways. */
public final class Gzip {
  private Gzip() {}

  /** The answer in gzip where the client accepts that. */
  public static Answer ifAccepted(Answer answer, Exchange request) {
    Answer varying = answer.with("Vary", "Accept-Encoding");
    if (!request.headers().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains("gzip")) {
      return varying;
    }
    Answer compressed = new Answer(answer.status(), varying.headers(), deflate(answer.body()));
    return compressed.with("Content-Encoding", "gzip");
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
