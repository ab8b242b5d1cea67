package org.billingsso.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.billingsso.signon.Address;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** A request as an {@link Endpoint} sees it. Text is decoded; nothing is looked up by name. */
public final class Incoming {
  private final Request request;
  private final HttpSettings settings;
  private final Map<String, String> pathParameters;
  private final Body body;

  Incoming(Request request, HttpSettings settings, Map<String, String> pathParameters, Body body) {
    this.request = request;
    this.settings = settings;
    this.pathParameters = pathParameters;
    this.body = body;
  }

  public String method() {
    return request.getMethod();
  }

  /** The path, percent-decoded but for characters that would change its meaning. */
  public String path() {
    return Request.getPathInContext(request);
  }

  /** The path as it was sent. */
  public String rawPath() {
    return request.getHttpURI().getPath();
  }

  /** What the route's template found in the path under that name. */
  public String pathParameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no parameter " + name);
    }
    return value;
  }

  /** The query as it was sent, without the question mark; empty where there is none. */
  public String rawQuery() {
    String query = request.getHttpURI().getQuery();
    return query == null ? "" : query;
  }

  /** The query's parameters. */
  public Fields query() {
    return decode(rawQuery());
  }

  public HttpFields headers() {
    return request.getHeaders();
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  /** The character encoding of the body, where {@code Content-Type} names one. */
  public Optional<String> charset() {
    return header("Content-Type").map(MimeTypes::getCharsetFromContentType);
  }

  /** The first cookie of that name. */
  public Optional<String> cookie(String name) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** The client's address, behind trusted proxies too. */
  public Address client() {
    return settings.forwarding().client(request);
  }

  /** Where clients and browsers find this server. */
  public Origin origin() {
    return settings.publicUrl().orElseGet(() -> settings.forwarding().origin(request));
  }

  /**
   * The whole body, decompressed.
   *
   * @throws HttpError 400 where it did not arrive whole, 413 where it is longer than the server
   *     reads, 415 where it is in an encoding other than gzip
   */
  public byte[] body() {
    byte[] sent = body.bytes();
    String encoding = header("Content-Encoding").orElse("identity").strip();
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> Gzip.inflate(sent, settings.maximumBodyBytes());
      case "identity", "" -> sent;
      default -> throw new HttpError(415, "Of the content encodings, only gzip is read");
    };
  }

  /** The body as the fields of a form; none where there is no body. */
  public Fields form() {
    return decode(new String(body(), StandardCharsets.UTF_8));
  }

  private static Fields decode(String encoded) {
    Fields fields = new Fields();
    try {
      UrlEncoded.decodeTo(encoded, fields::add, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new HttpError(400, "The parameters are not percent-encoded UTF-8");
    }
    return fields;
  }
}
