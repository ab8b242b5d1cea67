package org.billingsso.chargebee;

import static org.billingsso.portal.Wording.inQuery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.billingsso.directory.Billing;
import org.billingsso.http.Exchange;
import org.billingsso.portal.Page;
import org.billingsso.portal.PageLink;
import org.billingsso.portal.PortalLayout;
import org.billingsso.portal.Visitor;
import org.billingsso.signon.PortalSession;

/**
 * Somebody who is signed in to the portal, and which of the linked customers the pages are about.
 *
 * @param linked all customers with the person's e-mail address, the signed-in one among them
 * @param shown the one of them that the query names, else the signed-in one
 */
record SignedInCustomer(
    Exchange request,
    PortalSession session,
    List<SiteCustomer> linked,
    SiteCustomer shown,
    boolean switched,
    LocalDate today) {
  private static final String CUSTOMER = "customer_id";

  /** Nobody, where the site no longer has the customer. */
  static Optional<SignedInCustomer> of(Exchange request, PortalSession session, Site site) {
    return site.customer(session.subject().account())
        .map(
            signedIn -> {
              List<SiteCustomer> linked = site.customersWithEmail(signedIn.person().email());
              Optional<String> asked = request.query().single(CUSTOMER);
              SiteCustomer shown =
                  linked.stream()
                      .filter(customer -> asked.equals(Optional.of(customer.id())))
                      .findFirst()
                      .orElse(signedIn);
              return new SignedInCustomer(
                  request, session, linked, shown, !shown.equals(signedIn), request.today());
            });
  }

  Billing billing() {
    return shown.billing();
  }

  /** A page at that place of the navigation, whose links stay with the customer. */
  Page page(String title, String path) {
    PortalLayout base = PortalPaths.LAYOUT;
    PortalLayout portal =
        new PortalLayout(
            base.portalKind(),
            base.name(),
            about(base.home()),
            base.signOut(),
            base.navigation().stream()
                .map(link -> new PageLink(link.name(), about(link.url())))
                .toList());
    Visitor visitor =
        new Visitor(
            shown.person().fullName(),
            "customer " + shown.id() + " of " + session.subject().tenant(),
            session);
    return Page.of(request, portal, title, about(path), visitor);
  }

  /** The same page for each of the other linked customers. */
  List<PageLink> others(String path) {
    return linked.stream()
        .filter(customer -> !customer.equals(shown))
        .map(customer -> new PageLink(customer.id(), about(path, customer)))
        .toList();
  }

  private String about(String path) {
    return switched ? about(path, shown) : path;
  }

  private static String about(String path, SiteCustomer customer) {
    return path + "?" + CUSTOMER + "=" + inQuery(customer.id());
  }
}
