package org.billingsso.chargebee;

import static org.billingsso.portal.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.billingsso.directory.Directory;
import org.billingsso.http.Answer;
import org.billingsso.http.HttpError;
import org.billingsso.http.Incoming;
import org.billingsso.http.Origin;
import org.billingsso.http.Routes;
import org.billingsso.portal.Destination;
import org.billingsso.portal.Gate;
import org.billingsso.portal.Page;
import org.billingsso.portal.PageLink;
import org.billingsso.portal.Pages;
import org.billingsso.signon.PortalSession;

/** The pages of somebody who is signed in, and the way out. Whoever is not is sent to the login. */
final class CustomerPortal {
  private final Gate gate;
  private final Sessions sessions;
  private final Directory directory;
  private final InstantSource clock;

  /** What a page shows within its frame, and to which other customers it can switch. */
  @FunctionalInterface
  private interface View {
    JteModel of(Guest guest, Page page, List<PageLink> others);
  }

  CustomerPortal(Gate gate, Sessions sessions, Directory directory, InstantSource clock) {
    this.gate = gate;
    this.sessions = sessions;
    this.directory = directory;
    this.clock = clock;
  }

  void mount(Routes routes) {
    page(
        routes,
        PortalPaths.HOME,
        guest -> "Hello, " + guest.shown().person().fullName(),
        (guest, page, others) ->
            TEMPLATES.chargebeeHome(page, others, guest.billing(), guest.today()));
    page(
        routes,
        PortalPaths.SUBSCRIPTIONS,
        guest -> "Your subscriptions",
        (guest, page, others) ->
            TEMPLATES.chargebeeSubscriptions(page, others, guest.billing(), guest.today()));
    page(
        routes,
        PortalPaths.BILLING_HISTORY,
        guest -> "Billing history",
        (guest, page, others) -> TEMPLATES.chargebeeHistory(page, others, guest.billing()));
    page(
        routes,
        PortalPaths.PAYMENT_METHODS,
        guest -> "Payment methods",
        (guest, page, others) -> TEMPLATES.chargebeePayment(page, others, guest.billing()));
    page(
        routes,
        PortalPaths.ACCOUNT,
        guest -> "Account information",
        (guest, page, others) -> TEMPLATES.chargebeeAccount(page, others, guest.shown()));
    page(
        routes,
        PortalPaths.LOGOUT,
        guest -> "Sign out",
        (guest, page, others) -> TEMPLATES.chargebeeLeave(page));
    routes.post(PortalPaths.LOGOUT, request -> gate.signOut(request, this::afterwards));
    routes.get(
        "/portal/v2/*",
        request -> {
          throw new HttpError(404);
        });
  }

  private void page(Routes routes, String path, Function<Guest, String> title, View view) {
    routes.get(
        path,
        request ->
            guest(request)
                .map(
                    guest ->
                        show(
                            guest,
                            view.of(
                                guest, guest.page(title.apply(guest), path), guest.others(path))))
                .orElseGet(this::toTheLogin));
  }

  private Optional<Guest> guest(Incoming request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return gate.session(request)
        .flatMap(
            session ->
                directory
                    .site(session.holder().tenant())
                    .flatMap(site -> Guest.of(request, session, site, today)));
  }

  /** Each page has the button to sign out, whose answer may lead to the integrator's site. */
  private Answer show(Guest guest, JteModel page) {
    Origin[] elsewhere =
        sessions.redirectUrl(guest.session()).stream().map(WebUrl::origin).toArray(Origin[]::new);
    return Pages.show(200, page, elsewhere);
  }

  private Answer toTheLogin() {
    return Answer.seeOther(PortalPaths.LOGIN).notStored();
  }

  private Destination afterwards(PortalSession ended) {
    return sessions
        .redirectUrl(ended)
        .map(url -> url.with("status", Status.LOGGED_OUT.text()).destination())
        .orElseGet(() -> Destination.page(PortalPaths.LOGIN));
  }
}
