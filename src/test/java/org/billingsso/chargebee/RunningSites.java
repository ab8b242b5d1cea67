package org.billingsso.chargebee;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.billingsso.Accounts;
import org.billingsso.LoopbackSettings;
import org.billingsso.TestClock;
import org.billingsso.http.Answer;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.HostPattern;
import org.billingsso.http.RateLimits;
import org.billingsso.http.Routes;
import org.billingsso.http.Scope;
import org.billingsso.journal.Outcomes;
import org.billingsso.platform.Installation;
import org.billingsso.portal.Pages;
import org.billingsso.signon.Lifetimes;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.Kind;
import org.billingsso.store.MemoryStore;

/** Chargebee sites behind real HTTP, with a clock that tests move. */
final class RunningSites implements AutoCloseable {
  static final String DEMO_KEY = "test_demo_key";
  static final String OTHER_KEY = "test_other_key";

  /** How long a browser stays signed in. */
  static final Duration SESSION_LENGTH = Duration.ofHours(8);

  private static final Lifetimes USUAL = new Lifetimes(SESSION_LENGTH, Duration.ofDays(1));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final TestClock clock;
  private final MemoryStore store;
  private final GatewayServer server;

  /** What came back. */
  record Reply(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    Optional<String> header(String name) {
      return http.headers().firstValue(name);
    }

    JsonNode json() {
      try {
        return JSON.readTree(http.body());
      } catch (IOException notJson) {
        throw new UncheckedIOException(http.body(), notJson);
      }
    }

    JsonNode session() {
      if (status() != 200) {
        throw new AssertionError("No session but " + status() + " " + http.body());
      }
      return json().get("portal_session");
    }

    String id() {
      return session().get("id").textValue();
    }

    String token() {
      return session().get("token").textValue();
    }
  }

  private RunningSites(
      TestClock clock,
      MemoryStore store,
      Sites directory,
      ChargebeeSettings settings,
      Lifetimes lifetimes) {
    this.clock = clock;
    this.store = store;
    SignOn signOn = SignOn.over(store, clock, new ServerKey(new byte[ServerKey.BYTES]), lifetimes);
    Routes routes =
        new Routes(
            (error, request) -> Answer.status(error.status()), new Scope(clock, Outcomes.logged()));
    Pages.mount(routes);
    new Chargebee()
        .mount(new Installation<>(directory, settings, signOn, new RateLimits()), routes);
    server =
        new GatewayServer(
            new LoopbackSettings()
                .allowedHosts(
                    new HostPattern("portal.example", true),
                    new HostPattern("portal.example", false),
                    new HostPattern("other", false))
                .build(),
            routes);
    try {
      server.start();
    } catch (IOException cannotListen) {
      throw new UncheckedIOException(cannotListen);
    }
  }

  /** The sites of the demo directory. */
  static RunningSites start() {
    return start(Accounts.demo(Sites.SECTION), ChargebeeSettings.DEFAULTS);
  }

  static RunningSites start(Sites directory, ChargebeeSettings settings) {
    return start(directory, settings, USUAL);
  }

  static RunningSites start(Sites directory, ChargebeeSettings settings, Lifetimes lifetimes) {
    TestClock clock = new TestClock();
    return new RunningSites(clock, new MemoryStore(clock), directory, settings, lifetimes);
  }

  /** A second node on the same store, which remains open when the node closes. */
  RunningSites anotherNode() {
    return new RunningSites(
        clock, store, Accounts.demo(Sites.SECTION), ChargebeeSettings.DEFAULTS, USUAL);
  }

  TestClock clock() {
    return clock;
  }

  /** What the store keeps of that kind. */
  List<Entry> records(Kind kind) {
    List<Entry> records = new ArrayList<>();
    store.forEach(
        entry -> records.addAll(entry.key().kind().equals(kind) ? List.of(entry) : List.of()));
    return records;
  }

  /** Drops every record whose time is over, as the store does after a while. */
  void sweep() {
    List<Key> over = new ArrayList<>();
    store.forEach(
        entry ->
            over.addAll(
                entry.keepUntil().isAfter(clock.instant()) ? List.of() : List.of(entry.key())));
    over.forEach(store::remove);
  }

  URI address() {
    return server.address();
  }

  /** Creates a session of a customer of the demo site. */
  Reply create(String customer, String... more) {
    return post(DEMO_KEY, "", "customer[id]=" + customer + String.join("", more));
  }

  Reply retrieve(String id) {
    return get(DEMO_KEY, "/" + id);
  }

  Reply get(String key, String pathAfterSessions) {
    return send(calling(key, pathAfterSessions).GET());
  }

  Reply post(String key, String pathAfterSessions, String form, String... headers) {
    HttpRequest.Builder call =
        calling(key, pathAfterSessions).POST(BodyPublishers.ofString(form, UTF_8));
    if (headers.length > 0) {
      call.headers(headers);
    }
    return send(call);
  }

  HttpRequest.Builder calling(String key, String pathAfterSessions) {
    return HttpRequest.newBuilder(address().resolve("/api/v2/portal_sessions" + pathAfterSessions))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Authorization", basic(key + ":"));
  }

  static String basic(String text) {
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  static Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** What comes back for a request without body whose lines are sent as they are. */
  String raw(String... lines) {
    try (Socket socket = new Socket(address().getHost(), address().getPort())) {
      String head = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
