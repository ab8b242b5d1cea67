package org.billingsso.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
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

  /** The bytes that were compressed, at most so many. */
  static byte[] inflate(byte[] compressed, int maximum) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      byte[] body = in.readNBytes(maximum + 1);
      if (body.length > maximum) {
        throw new HttpError(413);
      }
      return body;
    } catch (IOException notGzip) {
      throw new HttpError(400, "The body is not gzip, as its Content-Encoding says");
    }
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
