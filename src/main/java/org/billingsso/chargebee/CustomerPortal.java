package org.billingsso.chargebee;

import static org.billingsso.portal.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.Routes;
import org.billingsso.portal.Destination;
import org.billingsso.portal.FormsLeadTo;
import org.billingsso.portal.Page;
import org.billingsso.portal.PageLink;
import org.billingsso.portal.Pages;
import org.billingsso.portal.Portal;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.signon.PortalSession;

/** The pages of somebody who is signed in, and the way out. Whoever is not is sent to the login. */
final class CustomerPortal {
  private final PortalSignOn portalSignOn;
  private final Sessions sessions;
  private final Sites sites;
  private final Portal<SignedInCustomer> portal;

  /** What a page shows within its frame, and to which other customers it can switch. */
  @FunctionalInterface
  private interface View {
    JteModel of(SignedInCustomer signedIn, Page page, List<PageLink> others);
  }

  CustomerPortal(PortalSignOn portalSignOn, Sessions sessions, Sites sites) {
    this.portalSignOn = portalSignOn;
    this.sessions = sessions;
    this.sites = sites;
    this.portal =
        new Portal<>(portalSignOn, this::signedIn)
            .orElse(Destination.page(PortalPaths.LOGIN)::redirect);
  }

  void mount(Routes routes) {
    page(
        routes,
        PortalPaths.HOME,
        signedIn -> "Hello, " + signedIn.shown().person().fullName(),
        (signedIn, page, others) ->
            TEMPLATES.chargebeeHome(page, others, signedIn.billing(), signedIn.today()));
    page(
        routes,
        PortalPaths.SUBSCRIPTIONS,
        signedIn -> "Your subscriptions",
        (signedIn, page, others) ->
            TEMPLATES.chargebeeSubscriptions(page, others, signedIn.billing(), signedIn.today()));
    page(
        routes,
        PortalPaths.BILLING_HISTORY,
        signedIn -> "Billing history",
        (signedIn, page, others) -> TEMPLATES.chargebeeHistory(page, others, signedIn.billing()));
    page(
        routes,
        PortalPaths.PAYMENT_METHODS,
        signedIn -> "Payment methods",
        (signedIn, page, others) -> TEMPLATES.chargebeePayment(page, others, signedIn.billing()));
    page(
        routes,
        PortalPaths.ACCOUNT,
        signedIn -> "Account information",
        (signedIn, page, others) -> TEMPLATES.chargebeeAccount(page, others, signedIn.shown()));
    page(
        routes,
        PortalPaths.LOGOUT,
        signedIn -> "Sign out",
        (signedIn, page, others) -> TEMPLATES.chargebeeLeave(page));
    routes.post(PortalPaths.LOGOUT, request -> portalSignOn.signOut(request, this::afterwards));
    routes.get(
        "/portal/v2/*",
        request -> {
          throw new HttpError(404);
        });
  }

  private void page(
      Routes routes, String path, Function<SignedInCustomer, String> title, View view) {
    routes.get(
        path,
        portal.page(
            signedIn ->
                show(
                    signedIn,
                    view.of(
                        signedIn,
                        signedIn.page(title.apply(signedIn), path),
                        signedIn.others(path)))));
  }

  private Optional<SignedInCustomer> signedIn(Exchange request, PortalSession session) {
    return sites
        .find(session.subject().tenant())
        .flatMap(site -> SignedInCustomer.of(request, session, site));
  }

  /** Each page has the button to sign out, whose answer may lead to the integrator's site. */
  private Answer show(SignedInCustomer signedIn, JteModel page) {
    boolean hasWayOut = sessions.redirectUrl(signedIn.session()).isPresent();
    return Pages.show(200, page, FormsLeadTo.wayOut(hasWayOut));
  }

  private Destination afterwards(PortalSession ended) {
    return sessions
        .redirectUrl(ended)
        .map(url -> Destination.trusted(url.with("status", Status.LOGGED_OUT.text())))
        .orElseGet(() -> Destination.page(PortalPaths.LOGIN));
  }
}
