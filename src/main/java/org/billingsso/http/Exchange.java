package org.billingsso.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.billingsso.http.Mounts.Mount;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;
import org.billingsso.signon.Address;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: what it says, the one moment that all of its answer is about, who made it
 * once that is known, and the promise of a response, which is kept exactly once. Text is decoded.
 */
public final class Exchange {
  private final Request request;
  private final HttpSettings settings;
  private final Mount mount;
  private final RequestPath path;
  private final Map<String, String> pathParameters;
  private final Origin asked;
  private final ResponseWriter writer;
  private final Instant now;
  private final AtomicBoolean completed = new AtomicBoolean();
  private Body body = Body.NONE;
  private @Nullable FormData query;
  private @Nullable FormData form;
  private @Nullable Address client;
  private @Nullable Object caller;
  private @Nullable String callerName;

  Exchange(
      Request request,
      HttpSettings settings,
      Mount mount,
      RequestPath path,
      Map<String, String> pathParameters,
      Origin asked,
      ResponseWriter writer) {
    this.request = request;
    this.settings = settings;
    this.mount = mount;
    this.path = path;
    this.pathParameters = Map.copyOf(pathParameters);
    this.asked = asked;
    this.writer = writer;
    this.now = mount.routes().scope().clock().instant();
  }

  /** The date of that moment, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** Takes the body, before an endpoint sees the request. */
  void arrived(Body read) {
    body = read;
  }

  /**
   * Has the response written unless that was done. Whatever the making throws, the client gets an
   * answer: what cannot be told in its dialect's words is a bare 500.
   */
  void complete(Supplier<Response> making) {
    Response response;
    try {
      response = making.get();
    } catch (Throwable failed) {
      response = Answer.status(500);
      tellFailed(failed);
    }
    if (completed.compareAndSet(false, true)) {
      try {
        writer.write(response);
      } catch (Throwable unwritable) {
        writer.callback().failed(unwritable);
        tellFailed(unwritable);
      }
    }
  }

  private void tellFailed(Throwable failed) {
    try {
      tell(new Outcome.Failed(now, peer(), "Answering", failed));
    } catch (RuntimeException | Error untold) {
      // The answer is worth more than the line about it.
    }
  }

  /** The moment that the request came, by its world's clock: the one time that it is about. */
  public Instant now() {
    return now;
  }

  /** Tells whoever listens what came of the request. */
  public void tell(Outcome outcome) {
    mount.routes().scope().outcomes().tell(outcome);
  }

  /**
   * Keeps who makes the call, for whatever comes after authenticating.
   *
   * @param name what outcomes call the account
   */
  public void callerIs(Object account, String name) {
    caller = account;
    callerName = name;
  }

  /** What outcomes call the account that makes the call, once that is known. */
  public Optional<String> callerName() {
    return Optional.ofNullable(callerName);
  }

  /** Who makes the call, once that is known. */
  public <T> Optional<T> caller(Class<T> type) {
    return Optional.ofNullable(caller).filter(type::isInstance).map(type::cast);
  }

  /**
   * What comes before every path of ours in the addresses that clients see, without a slash at the
   * end: the path of the server's public URL, and below it that of a named world. Mostly empty.
   */
  public String base() {
    return settings.publicUrl().map(PublicUrl::path).orElse("") + mount.base();
  }

  /**
   * The absolute address of a page of ours, as clients and browsers see it.
   *
   * @param path path and query below the base, with a slash in front
   */
  public String url(String path) {
    return origin() + base() + path;
  }

  public String method() {
    return request.getMethod();
  }

  /**
   * The path below the base, decoded but for slashes and percent signs that are part of a segment,
   * without empty segments and dot segments.
   */
  public String path() {
    return path.text().substring(mount.base().length());
  }

  /** The same as it may stand in a URL. */
  public String encodedPath() {
    return path.encoded().substring(mount.base().length());
  }

  /** The whole path as it may stand in a log: without what may be a secret. */
  public String shownPath() {
    return path.shown();
  }

  /** What the route's template found in the path, by its names. */
  public Map<String, String> pathParameters() {
    return pathParameters;
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

  /**
   * The query's parameters.
   *
   * @throws HttpError 400 where they cannot be read
   */
  public FormData query() {
    if (query == null) {
      query = FormData.parse(rawQuery());
    }
    return query;
  }

  /**
   * What a header such as {@code Accept} admits: in lower case, without parameters, in the order in
   * which it was sent; nothing where it is not there or cannot be read.
   */
  public List<String> accepted(String header) {
    return HeaderList.accepted(request.getHeaders(), header);
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
    return Cookies.first(name, request.getHeaders());
  }

  private Address peer() {
    return settings.forwarding().peer(request);
  }

  /** The client's address, behind trusted proxies too. */
  public Address client() {
    if (client == null) {
      client = settings.forwarding().client(request);
    }
    return client;
  }

  /** The host that the request is for. */
  public String host() {
    return asked.host();
  }

  /** Where clients and browsers find this server. */
  public Origin origin() {
    return settings.publicUrl().map(PublicUrl::origin).orElse(asked);
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
      case "gzip", "x-gzip" -> GzipReader.read(sent, settings.maximumBodyBytes());
      case "identity", "" -> sent;
      default ->
          throw new HttpError(415, "Of the content encodings, only gzip is read")
              .because(
                  Diagnosis.of("the Content-Encoding is not one that is read")
                      .seen(encoding)
                      .expected("gzip, or none"));
    };
  }

  /**
   * The body as the fields of a form; none where there is no body.
   *
   * @throws HttpError 400 where they cannot be read
   */
  public FormData form() {
    if (form == null) {
      form = FormData.parse(body());
    }
    return form;
  }
}
