package org.billingsso.chargebee;

import java.time.Duration;
import java.util.List;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Site;
import org.billingsso.http.Answer;
import org.billingsso.http.Incoming;
import org.billingsso.http.RateLimit;
import org.billingsso.http.Routes;
import org.billingsso.signon.SignOn;

/** The Chargebee part of the gateway: its API, its portal and the portal's login. */
public final class Chargebee {
  private static final String SESSIONS = "/api/v2/portal_sessions";

  private final ApiGate gate;
  private final PortalSessionsApi api;

  public Chargebee(SignOn signOn, Directory directory, ChargebeeSettings settings) {
    Sessions sessions = new Sessions(signOn, settings);
    gate =
        new ApiGate(
            directory,
            new RateLimit(settings.callsPerMinute(), Duration.ofMinutes(1), signOn.clock()));
    api = new PortalSessionsApi(signOn, sessions, settings);
  }

  /** Adds everything that Chargebee answers. */
  public void mount(Routes routes) {
    Routes calls = routes.refusingWith(ApiErrors::answer);
    calls.post(SESSIONS, gate.before(api::create));
    calls.get(SESSIONS + "/{id}", gate.before(api::retrieve));
    calls.post(SESSIONS + "/{id}/logout", gate.before(api::logOut));
    calls.post(SESSIONS + "/{id}/activate", gate.before(api::activate));
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      calls.on(method, "/api/v2/*", gate.before(Chargebee::nothingHere));
    }
  }

  private static Answer nothingHere(Site site, Incoming request) {
    throw ApiError.notFound();
  }
}
