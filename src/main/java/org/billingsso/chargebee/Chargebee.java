package org.billingsso.chargebee;

import java.time.Duration;
import java.util.List;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Site;
import org.billingsso.http.Answer;
import org.billingsso.http.Incoming;
import org.billingsso.http.RateLimit;
import org.billingsso.http.Routes;
import org.billingsso.portal.Pages;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.signon.SignOn;

/** The Chargebee part of the gateway: its API, its portal and the portal's login. */
public final class Chargebee {
  private static final String SESSIONS = "/api/v2/portal_sessions";

  private final ApiGate apiGate;
  private final PortalSessionsApi api;
  private final AccessUrls accessUrls;
  private final CustomerPortal portal;
  private final PortalLogin login;

  public Chargebee(SignOn signOn, Directory directory, ChargebeeSettings settings) {
    Sessions sessions = new Sessions(signOn, settings);
    apiGate =
        new ApiGate(
            directory,
            new RateLimit(settings.callsPerMinute(), Duration.ofMinutes(1), signOn.clock()));
    api = new PortalSessionsApi(signOn, sessions, settings);
    PortalSignOn portalSignOn = new PortalSignOn(PortalPaths.PORTAL, signOn);
    accessUrls = new AccessUrls(portalSignOn);
    portal = new CustomerPortal(portalSignOn, sessions, directory, signOn.clock());
    login =
        new PortalLogin(
            portalSignOn,
            sessions,
            new SiteHosts(directory),
            new PortalUsers(signOn.passwords()),
            signOn.passwordAttempts(),
            settings.signUp());
  }

  /** Adds everything that Chargebee answers. */
  public void mount(Routes routes) {
    Routes calls = routes.refusingWith(ApiErrors::answer);
    calls.post(SESSIONS, apiGate.before(api::create));
    calls.get(SESSIONS + "/{id}", apiGate.before(api::retrieve));
    calls.post(SESSIONS + "/{id}/logout", apiGate.before(api::logOut));
    calls.post(SESSIONS + "/{id}/activate", apiGate.before(api::activate));
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      calls.on(method, "/api/v2/*", apiGate.before(Chargebee::nothingHere));
    }
    Routes pages = routes.refusingWith(Pages.errors(PortalPaths.PORTAL));
    accessUrls.mount(pages);
    portal.mount(pages);
    login.mount(pages);
  }

  private static Answer nothingHere(Site site, Incoming request) {
    throw ApiError.notFound();
  }
}
