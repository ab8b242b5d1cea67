package org.billingsso.chargebee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.chargebee.APIException;
import com.chargebee.Environment;
import com.chargebee.Result;
import com.chargebee.exceptions.InvalidRequestException;
import com.chargebee.models.PortalSession;
import com.chargebee.models.PortalSession.Status;
import java.net.http.HttpResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.billingsso.portal.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Chargebee's own SDK for Java, unmodified. */
class JavaSdkTest {
  private static final RunningSites sites = RunningSites.start();
  private static final Environment site = site(sites, RunningSites.DEMO_KEY);

  @AfterAll
  static void stop() {
    sites.close();
  }

  @Test
  void takesASessionThroughItsLife() throws Exception {
    PortalSession created =
        PortalSession.create()
            .customerId("cb_ada")
            .redirectUrl("https://shop.example/bye")
            .request(site)
            .portalSession();
    HttpResponse<String> opened = new Browser(sites.address()).get(created.accessUrl());
    PortalSession loggedIn = PortalSession.retrieve(created.id()).request(site).portalSession();
    PortalSession loggedOut = PortalSession.logout(created.id()).request(site).portalSession();

    assertThat(created.status()).isEqualTo(Status.CREATED);
    assertThat(created.redirectUrl()).isEqualTo("https://shop.example/bye");
    assertThat(created.loginAt()).isNull();
    assertThat(created.linkedCustomers())
        .extracting(PortalSession.LinkedCustomer::customerId)
        .containsExactly("cb_ada", "cb_ada_team");
    assertThat(opened.statusCode()).isEqualTo(303);
    assertThat(loggedIn.status()).isEqualTo(Status.LOGGED_IN);
    assertThat(loggedIn.token()).isEqualTo(created.token());
    assertThat(loggedIn.loginAt()).isEqualTo(sites.clock().instant());
    assertThat(loggedOut.status()).isEqualTo(Status.LOGGED_OUT);
    assertThat(loggedOut.logoutIpaddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void activatesALogin() throws Exception {
    LoginFormPage.SignedOn login = LoginFormPage.signOn(new Browser(sites.address()));

    PortalSession activated =
        PortalSession.activate(login.id()).token(login.token()).request(site).portalSession();

    assertThat(activated.status()).isEqualTo(Status.ACTIVATED);
    assertThat(activated.customerId()).isEqualTo("cb_ada");
    assertThat(failure(() -> PortalSession.activate(login.id()).token(login.token()).request(site)))
        .satisfies(
            failure -> assertThat(failure.apiErrorCode).isEqualTo("invalid_state_for_request"));
  }

  @Test
  void learnsThatAnAnswerIsARepetition() throws Exception {
    Result first = creating("one key");
    Result again = creating("one key");

    assertThat(first.isIdempotencyReplayed()).isFalse();
    assertThat(again.isIdempotencyReplayed()).isTrue();
    assertThat(again.portalSession().id()).isEqualTo(first.portalSession().id());
  }

  @Test
  void throwsItsOwnExceptions() {
    assertThat(failure(() -> PortalSession.create().customerId("nobody").request(site)))
        .isInstanceOf(InvalidRequestException.class)
        .satisfies(
            failure -> {
              assertThat(failure.httpStatusCode).isEqualTo(404);
              assertThat(failure.apiErrorCode).isEqualTo("resource_not_found");
            });
    assertThat(failure(() -> PortalSession.create().request(site)))
        .isInstanceOf(InvalidRequestException.class)
        .satisfies(failure -> assertThat(failure.param).isEqualTo("customer[id]"));
    assertThat(failure(() -> PortalSession.retrieve("x").request(site(sites, "wrong"))))
        .satisfies(
            failure -> {
              assertThat(failure.httpStatusCode).isEqualTo(401);
              assertThat(failure.apiErrorCode).isEqualTo("api_authentication_failed");
            });
  }

  private static Result creating(String key) throws Exception {
    return PortalSession.create().customerId("cb_ada").setIdempotencyKey(key).request(site);
  }

  private static APIException failure(ThrowingCallable call) {
    return catchThrowableOfType(APIException.class, call);
  }

  /**
   * The SDK writes {@code protocol://site.suffix}, so a loopback address is cut at its first dot.
   */
  static Environment site(RunningSites sites, String key) {
    System.setProperty("com.chargebee.api.protocol", "http");
    System.setProperty("com.chargebee.api.domain.suffix", "0.0.1:" + sites.address().getPort());
    return new Environment("127", key);
  }
}
