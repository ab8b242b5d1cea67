package org.billingsso.planhat;

import java.util.List;
import java.util.Optional;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.Routes;
import org.billingsso.portal.Destination;
import org.billingsso.portal.Page;
import org.billingsso.portal.Pages;
import org.billingsso.portal.Portal;
import org.billingsso.portal.PortalLayout;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.portal.Visitor;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;

/** The portals of companies, and the way in from a link. */
final class PlanhatPortal {
  /** The portals' row of the policy table. The account of a subject is an end user's id. */
  static final PortalKind KIND =
      new PortalKind(
          "planhat", LinkPolicy.of(TokenShape.base62(32), PlanhatSettings.DEFAULTS.linkValidity()));

  /** What comes before the token in a link's path. */
  static final String REDIRECT = "/redirect/";

  private static final String HOME = "/portals";
  private static final String TOKEN = "token";
  private static final String SLUG = "portal";
  private static final String SIGN_OUT = "/sign-out";

  private final Tenants tenants;
  private final PortalSignOn portalSignOn;
  private final Portal<SignedInEndUser> portal;

  /** Who is signed in, and what the one's company shares. */
  private record SignedInEndUser(
      Exchange request,
      PortalSession session,
      Tenant tenant,
      EndUser endUser,
      SharedPortal shared) {

    Visitor visitor() {
      String company = tenant.companyOf(endUser).map(Company::name).orElse("");
      return new Visitor(endUser.person().fullName(), company, session);
    }
  }

  PlanhatPortal(SignOn signOn, Tenants tenants) {
    this.tenants = tenants;
    this.portalSignOn = new PortalSignOn(layout("Planhat portal", HOME), signOn);
    this.portal = new Portal<>(portalSignOn, this::signedIn);
  }

  void mount(Routes routes) {
    String one = HOME + "/{" + SLUG + "}";
    portal
        .below(routes)
        .get(REDIRECT + "{" + TOKEN + "}", request -> enter(request, request.pathParameter(TOKEN)))
        .get(REDIRECT + "*", request -> enter(request, PortalSignOn.below(REDIRECT, request)))
        .get(HOME, portal.page(PlanhatPortal::home))
        .get(one, portal.page(PlanhatPortal::show))
        .post(one + SIGN_OUT, portalSignOn::signOut);
  }

  private Answer enter(Exchange request, String token) {
    return portalSignOn.enter(
        request, new Token(token), used -> Destination.page(path(used.target())));
  }

  private static Answer home(SignedInEndUser signedIn) {
    return Destination.page(path(signedIn.shared().slug())).redirect(signedIn.request());
  }

  private static Answer show(SignedInEndUser signedIn) {
    SharedPortal shared = signedIn.shared();
    String slug = signedIn.request().pathParameter(SLUG);
    if (!slug.equals(shared.slug())) {
      throw new HttpError(404, "You have no portal of that name");
    }
    Visitor visitor = signedIn.visitor();
    PortalLayout layout = layout(shared.name(), path(slug));
    Page page =
        Page.of(signedIn.request(), layout, "Welcome, " + visitor.name(), layout.home(), visitor);
    return Pages.show(
        200,
        Pages.TEMPLATES.planhatPortal(
            page, shared.content(), signedIn.endUser(), signedIn.request().today()));
  }

  /** Who is signed in, as long as the one has access. */
  private Optional<SignedInEndUser> signedIn(Exchange request, PortalSession session) {
    Optional<Tenant> tenant = tenants.find(session.subject().tenant());
    return tenant
        .flatMap(its -> its.endUser(session.subject().account()))
        .flatMap(
            endUser ->
                tenant
                    .flatMap(its -> its.portalOf(endUser))
                    .map(
                        shared ->
                            new SignedInEndUser(
                                request, session, tenant.orElseThrow(), endUser, shared)));
  }

  private static String path(String slug) {
    return HOME + "/" + slug;
  }

  private static PortalLayout layout(String name, String home) {
    return new PortalLayout(KIND, name, home, home + SIGN_OUT, List.of());
  }
}
