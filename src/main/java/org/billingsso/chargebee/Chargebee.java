package org.billingsso.chargebee;

import java.time.Duration;
import java.util.List;
import org.billingsso.config.Section;
import org.billingsso.http.Routes;
import org.billingsso.platform.Installation;
import org.billingsso.platform.Platform;
import org.billingsso.portal.Pages;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.rest.ApiEdge;
import org.billingsso.signon.SignOn;

/** The Chargebee part of the gateway: its API, its portal and the portal's login. */
public final class Chargebee implements Platform<Sites, ChargebeeSettings> {
  private static final String SESSIONS = "/api/v2/portal_sessions";

  @Override
  public Section<Sites> accounts() {
    return Sites.SECTION;
  }

  @Override
  public Section<ChargebeeSettings> settings() {
    return ChargebeeSettings.SECTION;
  }

  @Override
  public void mount(Installation<Sites, ChargebeeSettings> installation, Routes routes) {
    SignOn signOn = installation.signOn();
    Sites sites = installation.accounts();
    Sessions sessions = new Sessions(signOn, installation.settings());
    mountApi(installation, sessions, routes);
    PortalSignOn portalSignOn = new PortalSignOn(PortalPaths.LAYOUT, signOn);
    Routes pages = routes.refusingWith(Pages.errors(PortalPaths.LAYOUT));
    new AccessUrls(portalSignOn).mount(pages);
    new CustomerPortal(portalSignOn, sessions, sites).mount(pages);
    new PortalLogin(
            portalSignOn,
            sessions,
            new SiteHosts(sites),
            new PortalUsers(signOn.passwords(), signOn.passwordHashing()),
            signOn.passwordAttempts(),
            installation.settings().signUp().orElse(installation.demoOnThisMachine()))
        .mount(pages);
  }

  private static void mountApi(
      Installation<Sites, ChargebeeSettings> installation, Sessions sessions, Routes routes) {
    ChargebeeSettings settings = installation.settings();
    ApiEdge<Site> edge =
        new ApiEdge<>(
            new ChargebeeDialect(installation.accounts()),
            List.of(
                installation
                    .limits()
                    .of("chargebee", settings.callsPerMinute(), Duration.ofMinutes(1))),
            true);
    PortalSessionsApi api = new PortalSessionsApi(installation.signOn(), sessions, settings);
    Routes calls = edge.below(routes);
    calls.post(
        SESSIONS, edge.operation("create", (site, call) -> api.at(call.now()).create(site, call)));
    calls.get(
        SESSIONS + "/{id}",
        edge.operation("retrieve", (site, call) -> api.at(call.now()).retrieve(site, call)));
    calls.post(
        SESSIONS + "/{id}/logout",
        edge.operation("logout", (site, call) -> api.at(call.now()).logOut(site, call)));
    calls.post(
        SESSIONS + "/{id}/activate",
        edge.operation("activate", (site, call) -> api.at(call.now()).activate(site, call)));
    edge.nothingElse(
        calls,
        "/api/v2/*",
        "Sorry, we couldn't find that resource",
        "POST /api/v2/portal_sessions, GET /api/v2/portal_sessions/{id}, or POST"
            + " /api/v2/portal_sessions/{id}/logout or /activate");
  }
}
