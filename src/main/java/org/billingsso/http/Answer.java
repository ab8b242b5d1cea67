package org.billingsso.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole answer: what {@link Endpoint}s return.
 *
 * @param status the HTTP status
 * @param headers in the order in which they are sent; without Content-Length
 * @param body not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
public record Answer(int status, List<Header> headers, byte[] body) implements Response {
  private static final byte[] NOTHING = new byte[0];

  /** One header field. */
  public record Header(String name, String value) {}

  /** That status and nothing else. */
  public static Answer status(int status) {
    return new Answer(status, List.of(), NOTHING);
  }

  /** A body of that type. */
  public static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, List.of(new Header("Content-Type", contentType)), body);
  }

  /** A body of that type, in UTF-8. */
  public static Answer of(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A body of JSON. */
  public static Answer json(int status, byte[] body) {
    return of(status, "application/json; charset=utf-8", body);
  }

  /** A body of JSON, such as the text of a Jackson {@code JsonNode}. */
  public static Answer json(int status, String body) {
    return json(status, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The same answer with one more header. */
  public Answer with(String name, String value) {
    return with(List.of(new Header(name, value)));
  }

  /** The same answer with more headers. */
  public Answer with(List<Header> headersToo) {
    List<Header> more = new ArrayList<>(headers.size() + headersToo.size());
    more.addAll(headers);
    more.addAll(headersToo);
    return new Answer(status, more, body);
  }

  /** The same answer, never kept by a browser or a proxy. */
  public Answer notStored() {
    return with("Cache-Control", "no-store");
  }

  /** The value of the first header of that name, in any letter case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
