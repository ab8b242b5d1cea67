package org.billingsso.chargebee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.chargebee.RunningSites.DEMO_KEY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.billingsso.chargebee.LoginFormPage.SignedOn;
import org.billingsso.chargebee.RunningSites.Reply;
import org.billingsso.portal.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation on a portal session in every state. */
class StateTableTest {
  private static final RunningSites sites = RunningSites.start();

  private final Browser browser = new Browser(sites.address());

  @AfterAll
  static void stop() {
    sites.close();
  }

  /** How a session gets into a state. */
  private enum From {
    CREATED,
    EXPIRED,
    LOGGED_IN,
    NOT_YET_ACTIVATED,
    NEVER_ACTIVATED,
    ACTIVATED,
    WITHDRAWN,
    LOGGED_OUT_BY_API,
    LOGGED_OUT_BY_BROWSER,
    ENDED_BY_ITSELF
  }

  private enum Operation {
    RETRIEVE,
    LOGOUT,
    ACTIVATE,
    OPEN
  }

  @ParameterizedTest
  @CsvSource({
    "CREATED, RETRIEVE, 200, created",
    "CREATED, LOGOUT, 200, logged_out",
    "CREATED, ACTIVATE, 409, created",
    "CREATED, OPEN, 303, logged_in",
    "EXPIRED, RETRIEVE, 200, created",
    "EXPIRED, LOGOUT, 200, logged_out",
    "EXPIRED, ACTIVATE, 409, created",
    "EXPIRED, OPEN, 410, created",
    "LOGGED_IN, RETRIEVE, 200, logged_in",
    "LOGGED_IN, LOGOUT, 200, logged_out",
    "LOGGED_IN, ACTIVATE, 409, logged_in",
    "LOGGED_IN, OPEN, 410, logged_in",
    "NOT_YET_ACTIVATED, RETRIEVE, 200, not_yet_activated",
    "NOT_YET_ACTIVATED, LOGOUT, 200, logged_out",
    "NOT_YET_ACTIVATED, ACTIVATE, 200, activated",
    "NOT_YET_ACTIVATED, OPEN, 410, not_yet_activated",
    "NEVER_ACTIVATED, RETRIEVE, 200, not_yet_activated",
    "NEVER_ACTIVATED, LOGOUT, 200, logged_out",
    "NEVER_ACTIVATED, ACTIVATE, 409, not_yet_activated",
    "NEVER_ACTIVATED, OPEN, 410, not_yet_activated",
    "ACTIVATED, RETRIEVE, 200, activated",
    "ACTIVATED, LOGOUT, 200, logged_out",
    "ACTIVATED, ACTIVATE, 409, activated",
    "ACTIVATED, OPEN, 410, activated",
    "WITHDRAWN, RETRIEVE, 200, logged_out",
    "WITHDRAWN, LOGOUT, 200, logged_out",
    "WITHDRAWN, ACTIVATE, 409, logged_out",
    "WITHDRAWN, OPEN, 410, logged_out",
    "LOGGED_OUT_BY_API, RETRIEVE, 200, logged_out",
    "LOGGED_OUT_BY_API, LOGOUT, 200, logged_out",
    "LOGGED_OUT_BY_API, ACTIVATE, 409, logged_out",
    "LOGGED_OUT_BY_API, OPEN, 410, logged_out",
    "LOGGED_OUT_BY_BROWSER, RETRIEVE, 200, logged_out",
    "LOGGED_OUT_BY_BROWSER, LOGOUT, 200, logged_out",
    "LOGGED_OUT_BY_BROWSER, ACTIVATE, 409, logged_out",
    "LOGGED_OUT_BY_BROWSER, OPEN, 410, logged_out",
    "ENDED_BY_ITSELF, RETRIEVE, 200, logged_out",
    "ENDED_BY_ITSELF, LOGOUT, 200, logged_out",
    "ENDED_BY_ITSELF, ACTIVATE, 409, logged_out",
    "ENDED_BY_ITSELF, OPEN, 410, logged_out",
  })
  void says(From state, Operation operation, int status, String afterwards) {
    SignedOn session = session(state);

    assertThat(perform(operation, session)).isEqualTo(status);
    assertThat(retrieve(session).get("status").textValue()).isEqualTo(afterwards);
  }

  @Nested
  class Moments {
    @Test
    void areThereOnceTheyHaveHappened() {
      SignedOn session = session(From.CREATED);
      sites.clock().advance(Duration.ofSeconds(10));
      long login = sites.clock().instant().getEpochSecond();
      perform(Operation.OPEN, session);
      JsonNode loggedIn = retrieve(session);
      sites.clock().advance(Duration.ofSeconds(10));
      perform(Operation.LOGOUT, session);
      JsonNode loggedOut = retrieve(session);

      assertThat(loggedIn.get("login_at").longValue()).isEqualTo(login);
      assertThat(loggedIn.get("login_ipaddress").textValue()).isEqualTo("127.0.0.1");
      assertThat(loggedIn.has("logout_at")).isFalse();
      assertThat(loggedOut.get("login_at").longValue()).isEqualTo(login);
      assertThat(loggedOut.get("logout_at").longValue()).isEqualTo(login + 10);
      assertThat(loggedOut.get("logout_ipaddress").textValue()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWN", "LOGGED_OUT_BY_API", "LOGGED_OUT_BY_BROWSER", "ENDED_BY_ITSELF"})
    void doNotMoveWithASecondLogout(From state) {
      SignedOn session = session(state);
      JsonNode before = retrieve(session);
      sites.clock().advance(Duration.ofSeconds(10));

      assertThat(perform(Operation.LOGOUT, session)).isEqualTo(200);
      assertThat(before.has("logout_at")).isTrue();
      assertThat(retrieve(session)).isEqualTo(before);
    }

    @Test
    void ofASessionThatEndedByItselfAreThoseOfItsEndWithoutAnAddress() {
      SignedOn session = session(From.LOGGED_IN);
      long end = sites.clock().instant().plus(RunningSites.SESSION_LENGTH).getEpochSecond();
      sites.clock().advance(RunningSites.SESSION_LENGTH.multipliedBy(2));

      JsonNode ended = retrieve(session);

      assertThat(ended.get("logout_at").longValue()).isEqualTo(end);
      assertThat(ended.has("logout_ipaddress")).isFalse();
    }

    @Test
    void ofALoginAreThereBeforeItIsActivated() {
      JsonNode session = retrieve(session(From.NOT_YET_ACTIVATED));

      assertThat(session.has("login_at")).isTrue();
      assertThat(session.get("customer_id").textValue()).isEqualTo("cb_ada");
    }
  }

  @Nested
  class ActivatingAgain {
    @Test
    void withTheSameKeyAnswersTheFirstResultEvenAfterALogout() {
      SignedOn session = session(From.NOT_YET_ACTIVATED);
      String key = "activate " + session.id();
      Reply first = activate(session, session.token(), "chargebee-idempotency-key", key);
      perform(Operation.LOGOUT, session);
      Reply again = activate(session, session.token(), "chargebee-idempotency-key", key);

      assertThat(again.header("chargebee-idempotency-replayed")).hasValue("true");
      assertThat(again.json()).isEqualTo(first.json());
      assertThat(first.session().get("status").textValue()).isEqualTo("activated");
    }

    @Test
    void withAWrongTokenChangesNothing() {
      SignedOn session = session(From.NOT_YET_ACTIVATED);

      for (String wrong : new String[] {"", "x", "x".repeat(71), session.token() + "x"}) {
        Reply reply = activate(session, wrong);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("api_error_code").textValue()).isEqualTo("param_wrong_value");
        assertThat(reply.json().get("param").textValue()).isEqualTo("token");
      }
      assertThat(retrieve(session).get("status").textValue()).isEqualTo("not_yet_activated");
    }
  }

  private SignedOn session(From state) {
    switch (state) {
      case CREATED -> {
        Reply reply = sites.create("cb_ada");
        return new SignedOn(reply.id(), reply.token());
      }
      case EXPIRED -> {
        SignedOn session = session(From.CREATED);
        sites.clock().advance(Duration.ofHours(1));
        return session;
      }
      case LOGGED_IN -> {
        SignedOn session = session(From.CREATED);
        perform(Operation.OPEN, session);
        return session;
      }
      case NOT_YET_ACTIVATED -> {
        return LoginFormPage.signOn(browser);
      }
      case NEVER_ACTIVATED -> {
        SignedOn session = session(From.NOT_YET_ACTIVATED);
        sites.clock().advance(Duration.ofHours(1));
        return session;
      }
      case ACTIVATED -> {
        SignedOn session = session(From.NOT_YET_ACTIVATED);
        perform(Operation.ACTIVATE, session);
        return session;
      }
      case WITHDRAWN -> {
        SignedOn session = session(From.CREATED);
        perform(Operation.LOGOUT, session);
        return session;
      }
      case LOGGED_OUT_BY_API -> {
        SignedOn session = session(From.LOGGED_IN);
        perform(Operation.LOGOUT, session);
        return session;
      }
      case LOGGED_OUT_BY_BROWSER -> {
        SignedOn session = session(From.LOGGED_IN);
        browser.signOut(browser.get("/portal/v2/home"), "/portal/v2/logout");
        return session;
      }
      case ENDED_BY_ITSELF -> {
        SignedOn session = session(From.LOGGED_IN);
        sites.clock().advance(RunningSites.SESSION_LENGTH);
        return session;
      }
    }
    throw new AssertionError(state);
  }

  private int perform(Operation operation, SignedOn session) {
    return switch (operation) {
      case RETRIEVE -> sites.retrieve(session.id()).status();
      case LOGOUT -> sites.post(DEMO_KEY, "/" + session.id() + "/logout", "").status();
      case ACTIVATE -> activate(session, session.token()).status();
      case OPEN -> browser.get("/portal/v2/authenticate?token=" + session.token()).statusCode();
    };
  }

  private Reply activate(SignedOn session, String token, String... headers) {
    return sites.post(DEMO_KEY, "/" + session.id() + "/activate", "token=" + token, headers);
  }

  private JsonNode retrieve(SignedOn session) {
    return sites.retrieve(session.id()).session();
  }
}
