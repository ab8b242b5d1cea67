package org.billingsso.chargebee;

import java.time.Duration;
import java.util.List;
import org.billingsso.http.RateLimit;
import org.billingsso.http.Routes;
import org.billingsso.portal.Pages;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.rest.ApiEdge;
import org.billingsso.signon.SignOn;

/** The Chargebee part of the gateway: its API, its portal and the portal's login. */
public final class Chargebee {
  private static final String SESSIONS = "/api/v2/portal_sessions";

  private final ApiEdge<Site> edge;
  private final PortalSessionsApi api;
  private final AccessUrls accessUrls;
  private final CustomerPortal portal;
  private final PortalLogin login;

  public Chargebee(SignOn signOn, Sites sites, ChargebeeSettings settings) {
    Sessions sessions = new Sessions(signOn, settings);
    edge =
        new ApiEdge<>(
            new ChargebeeDialect(sites),
            List.of(new RateLimit(settings.callsPerMinute(), Duration.ofMinutes(1))),
            true);
    api = new PortalSessionsApi(signOn, sessions, settings);
    PortalSignOn portalSignOn = new PortalSignOn(PortalPaths.PORTAL, signOn);
    accessUrls = new AccessUrls(portalSignOn);
    portal = new CustomerPortal(portalSignOn, sessions, sites, signOn.clock());
    login =
        new PortalLogin(
            portalSignOn,
            sessions,
            new SiteHosts(sites),
            new PortalUsers(signOn.passwords()),
            signOn.passwordAttempts(),
            settings.signUp());
  }

  /** Adds everything that Chargebee answers. */
  public void mount(Routes routes) {
    Routes calls = edge.below(routes);
    calls.post(SESSIONS, edge.operation("create", api::create));
    calls.get(SESSIONS + "/{id}", edge.operation("retrieve", api::retrieve));
    calls.post(SESSIONS + "/{id}/logout", edge.operation("logout", api::logOut));
    calls.post(SESSIONS + "/{id}/activate", edge.operation("activate", api::activate));
    edge.nothingElse(calls, "/api/v2/*", "Sorry, we couldn't find that resource");
    Routes pages = routes.refusingWith(Pages.errors(PortalPaths.PORTAL));
    accessUrls.mount(pages);
    portal.mount(pages);
    login.mount(pages);
  }
}
