package org.billingsso.chargebee;

import java.util.Optional;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.Routes;
import org.billingsso.http.Strictness;
import org.billingsso.http.WebUrl;
import org.billingsso.portal.AfterSignOn;
import org.billingsso.portal.Destination;
import org.billingsso.portal.PageLink;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.Token;

/** Where access URLs lead, in both of their forms. */
final class AccessUrls {
  private static final String PAGES_PREFIX = "/portal/v2/";

  private final PortalSignOn portalSignOn;

  AccessUrls(PortalSignOn portalSignOn) {
    this.portalSignOn = portalSignOn;
  }

  void mount(Routes routes) {
    routes.get(
        PortalPaths.AUTHENTICATE,
        request ->
            portalSignOn
                .enterByQuery(request, PortalPaths.TOKEN, Token::new, arrival(request))
                .orElseGet(() -> enter(request, "")));
    routes.get(
        PortalPaths.ACCESS + "{" + PortalPaths.TOKEN + "}",
        request -> enter(request, request.pathParameter(PortalPaths.TOKEN)));
    routes.get(
        PortalPaths.ACCESS + "*",
        request -> enter(request, PortalSignOn.below(PortalPaths.ACCESS, request)));
  }

  private Answer enter(Exchange request, String token) {
    return portalSignOn.enter(request, new Token(token), arrival(request));
  }

  private static Arrival arrival(Exchange request) {
    return new Arrival(request.query().single("forward").flatMap(AccessUrls::page));
  }

  /** The page of the portal that is called so, or has that path. */
  private static Optional<String> page(String forward) {
    return PortalPaths.PAGES.stream()
        .map(PageLink::url)
        .filter(path -> path.equals(forward) || path.equals(PAGES_PREFIX + forward))
        .findFirst();
  }

  /**
   * A visitor with an access URL.
   *
   * @param page what the URL itself asks for, which is more than what the session was made for
   */
  private record Arrival(Optional<String> page) implements AfterSignOn {

    @Override
    public Destination welcome(LoginLink used) {
      String target = page.orElse(used.target());
      return target.startsWith("/")
          ? Destination.page(target)
          : Destination.trusted(WebUrl.parse(target, Strictness.LENIENT));
    }

    @Override
    public Optional<PageLink> wayBack(Optional<LoginLink> refused) {
      return refused
          .flatMap(Notes::redirectUrl)
          .map(url -> new PageLink("Back to " + url.origin().host(), url.text()));
    }
  }
}
