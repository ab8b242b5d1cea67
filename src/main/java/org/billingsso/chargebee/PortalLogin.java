package org.billingsso.chargebee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.directory.EmailAddress;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.FormData;
import org.billingsso.http.HttpError;
import org.billingsso.http.InvalidUrlException;
import org.billingsso.http.Routes;
import org.billingsso.http.Strictness;
import org.billingsso.http.WebUrl;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;
import org.billingsso.portal.Destination;
import org.billingsso.portal.FormsLeadTo;
import org.billingsso.portal.HostCookie;
import org.billingsso.portal.Page;
import org.billingsso.portal.PageLink;
import org.billingsso.portal.Pages;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.signon.PasswordAttempts;
import org.billingsso.signon.PasswordHashing;
import org.billingsso.signon.Subject;

/**
 * The portal as identity provider: it signs people on to the integrator's site, and to itself. What
 * a form must prove is that this browser was shown it, by a cookie with the same value: otherwise
 * another site could sign somebody in as somebody else.
 */
final class PortalLogin {
  private static final HostCookie FORM_COOKIE = new HostCookie("chargebee-login");
  private static final String FORM_FIELD = "form";
  private static final String PASSWORD = "password";

  private final PortalSignOn portalSignOn;
  private final Sessions sessions;
  private final SiteHosts sites;
  private final PasswordAttempts attempts;
  private final LoginForm signIn;
  private final Optional<LoginForm> signUp;

  /**
   * Where the browser may go from here.
   *
   * @param back with the session that the integrator is to activate; empty: to the portal itself
   */
  private record Exits(Optional<WebUrl> back, Optional<WebUrl> cancel) {}

  /** A visit of one of the two pages. */
  private record Visit(
      LoginForm page, Site site, LoginRequest asked, Exits exits, Exchange request) {}

  PortalLogin(
      PortalSignOn portalSignOn,
      Sessions sessions,
      SiteHosts sites,
      PortalUsers users,
      PasswordAttempts attempts,
      boolean allowsSignUp) {
    this.portalSignOn = portalSignOn;
    this.sessions = sessions;
    this.sites = sites;
    this.attempts = attempts;
    this.signIn = LoginForm.signIn(users);
    this.signUp = allowsSignUp ? Optional.of(LoginForm.signUp(users)) : Optional.empty();
  }

  /** Checking a password is work, by design. */
  void mount(Routes routes) {
    Routes pages = routes.quick(false);
    Stream.concat(Stream.of(signIn), signUp.stream())
        .forEach(
            page -> {
              pages.get(page.path(), request -> ask(page, request));
              pages.post(page.path(), request -> decide(page, request));
            });
  }

  private Answer ask(LoginForm page, Exchange request) {
    return form(200, visit(page, LoginRequest.ofQuery(request.rawQuery()), request), "");
  }

  private Answer decide(LoginForm page, Exchange request) {
    FormData form = request.form();
    String password = form.single(PASSWORD).orElse("");
    Visit visit = visit(page, LoginRequest.ofForm(form), request);
    if (!wasShownHere(form, request)) {
      return form(403, visit, "This form was not made for this browser. Please try again.");
    }
    Optional<EmailAddress> email = EmailAddress.parse(visit.asked().email());
    if (email.isEmpty()) {
      return form(403, visit, "Please enter an e-mail address.");
    }
    Subject user = PortalUsers.subject(visit.site(), email.get());
    Optional<Duration> wait = attempts.begin(user, request.client());
    if (wait.isPresent()) {
      return tooFast(visit, wait.get());
    }
    try {
      Optional<String> complaint = page.complaint(visit.site(), email.get(), password);
      if (complaint.isPresent()) {
        return form(403, visit, complaint.get());
      }
    } catch (PasswordHashing.Busy tooManyAtOnce) {
      attempts.notMade(user, request.client());
      return form(503, visit, "Many people are signing in just now. Please try again in a second.")
          .with("Retry-After", "1");
    }
    attempts.succeeded(user, request.client());
    return letIn(visit, email.get());
  }

  private Answer letIn(Visit visit, EmailAddress email) {
    Optional<WebUrl> back = visit.exits().back();
    Session session =
        sessions.create(
            sessions.request(
                visit.site(),
                visit.site().customersWithEmail(email).get(0),
                PortalPaths.HOME,
                back.isPresent() ? Activation.pending() : Map.of()));
    Destination next =
        back.map(
                url ->
                    Destination.trusted(
                        url.with("auth_session_id", Sessions.idOf(session.link()))
                            .with("auth_session_token", session.token().value())))
            .orElseGet(() -> Destination.page(PortalPaths.HOME));
    return portalSignOn.admit(visit.request(), session.token(), used -> next);
  }

  private Answer tooFast(Visit visit, Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    return form(
            429,
            visit,
            "Too many wrong passwords. Try again in "
                + (seconds == 1 ? "1 second." : seconds + " seconds."))
        .with("Retry-After", Long.toString(seconds));
  }

  private Visit visit(LoginForm page, LoginRequest asked, Exchange request) {
    Site site = sites.siteOf(request).orElseThrow(() -> new HttpError(404));
    Exits exits =
        new Exits(
            exit(site, asked, LoginRequest.RETURN_URL), exit(site, asked, LoginRequest.CANCEL_URL));
    return new Visit(page, site, asked, exits, request);
  }

  private static Optional<WebUrl> exit(Site site, LoginRequest asked, String name) {
    return asked.url(name).map(url -> admitted(site, name, url));
  }

  private static WebUrl admitted(Site site, String name, String text) {
    WebUrl url = url(name, text);
    if (!new Whitelist(site.whitelistedDomains()).admits(url.origin())) {
      throw new HttpError(
              400,
              "The %s leads to %s, which is not on this site's list of whitelisted domains"
                  .formatted(name, url.origin()))
          .because(
              Diagnosis.of(
                      "the portal login of site "
                          + site.name()
                          + " leads to whitelisted domains only")
                  .seen(name + " on " + url.origin())
                  .expected(
                      "one of the site's whitelistedDomains in the directory: add it there if it is the"
                          + " integrator's"));
    }
    return url;
  }

  private static WebUrl url(String name, String text) {
    try {
      return WebUrl.parse(text, Strictness.LENIENT);
    } catch (InvalidUrlException refused) {
      throw new HttpError(
              400, "The " + name + " is no http or https URL to go to: it " + refused.sentence())
          .because(refused.diagnosis(name));
    }
  }

  private static boolean wasShownHere(FormData form, Exchange request) {
    String shown = form.single(FORM_FIELD).orElse("");
    return FORM_COOKIE
        .of(request)
        .filter(cookie -> MessageDigest.isEqual(cookie.getBytes(UTF_8), shown.getBytes(UTF_8)))
        .isPresent();
  }

  private Answer form(int status, Visit visit, String message) {
    if (status != 200) {
      visit.request().tell(refused(status, visit, message));
    }
    Optional<String> known = FORM_COOKIE.of(visit.request());
    String proof = known.orElseGet(sessions::newName);
    Map<String, String> hidden = new LinkedHashMap<>();
    hidden.put(FORM_FIELD, proof);
    visit.exits().back().ifPresent(url -> hidden.put(LoginRequest.RETURN_URL, url.text()));
    visit.exits().cancel().ifPresent(url -> hidden.put(LoginRequest.CANCEL_URL, url.text()));
    Answer answer =
        Pages.show(
            status,
            Pages.TEMPLATES.chargebeeLogin(
                Page.forAnybody(visit.request(), PortalPaths.LAYOUT, visit.page().title()),
                visit.page().path(),
                hidden,
                visit.asked().email(),
                visit.page().setsPassword(),
                message,
                ways(visit)),
            FormsLeadTo.wayOut(visit.exits().back().isPresent()));
    return known.isPresent()
        ? answer
        : answer.with("Set-Cookie", FORM_COOKIE.set(visit.request(), proof));
  }

  private static Outcome refused(int status, Visit visit, String message) {
    Exchange request = visit.request();
    Diagnosis diagnosis =
        Diagnosis.of(visit.page().title() + " on the portal of site " + visit.site().name())
            .expected(message);
    return new Outcome.Rejected(
        request.now(), request.client(), "POST", visit.page().path(), status, diagnosis);
  }

  /** Where else somebody may go who does not want to fill in the form. */
  private List<PageLink> ways(Visit visit) {
    Optional<LoginForm> otherPage = visit.page().setsPassword() ? Optional.of(signIn) : signUp;
    return Stream.concat(
            visit.exits().cancel().map(url -> new PageLink("Cancel", url.text())).stream(),
            otherPage
                .map(page -> new PageLink(page.title(), visit.asked().to(page.path())))
                .stream())
        .toList();
  }
}
