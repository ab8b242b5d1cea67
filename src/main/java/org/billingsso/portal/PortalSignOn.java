package org.billingsso.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.Refusal;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;

/**
 * The way into a portal and out of it. A login link becomes a cookie here, a cookie a session, and
 * a sign-out ends that. Only a browser that is about to show the page uses up a link: {@code HEAD}
 * and prefetches do not.
 */
public final class PortalSignOn {
  /** The field of a sign-out form that tells the session it ends. */
  public static final String SESSION_FIELD = "session";

  private final PortalLayout layout;
  private final SignOn signOn;
  private final HostCookie cookie;

  public PortalSignOn(PortalLayout layout, SignOn signOn) {
    this.layout = layout;
    this.signOn = signOn;
    this.cookie = new HostCookie(layout.portalKind().name());
  }

  /**
   * Uses up the link of that token: the answer is {@code 303} with the session's cookie, or the
   * page for the reason why not.
   */
  public Answer enter(Exchange request, Token token, AfterSignOn afterSignOn) {
    if (!request.method().equals("GET")) {
      return Answer.status(200).notStored();
    }
    if (isPrefetch(request)) {
      return Pages.text(503, "A login link is not prefetched.\n");
    }
    return admit(request, token, afterSignOn);
  }

  /**
   * The same for a link that was issued for this very visitor just now, such as after a password,
   * whatever the request's method.
   */
  public Answer admit(Exchange request, Token token, AfterSignOn afterSignOn) {
    Redemption redemption = signOn.links().redeem(layout.portalKind(), token, request.client());
    if (redemption instanceof Redemption.Admitted admitted) {
      tell(request, redemption, Optional.empty());
      Destination next = afterSignOn.welcome(admitted.link());
      return next.redirect(request)
          .with("Set-Cookie", cookie.set(request, admitted.cookie().value()));
    }
    Redemption.Refused refused = (Redemption.Refused) redemption;
    return refuse(request, DamagedLink.explain(refused, token, shape()), afterSignOn);
  }

  /**
   * Uses up the link whose token is in the query, or says that it arrived under another name than
   * it was sent. Empty where the query has no token.
   *
   * @param reader makes a token of what is in the query
   */
  public Optional<Answer> enterByQuery(
      Exchange request, String parameter, Function<String, Token> reader, AfterSignOn afterSignOn) {
    return request
        .query()
        .single(parameter)
        .map(text -> enter(request, reader.apply(text), afterSignOn))
        .or(
            () ->
                DamagedLink.misnamed(request, parameter, shape())
                    .map(refused -> refuse(request, refused, afterSignOn)));
  }

  /**
   * All that a path has behind what comes before a token: no token where it has been cut off or
   * something stands behind it.
   */
  public static String below(String prefix, Exchange request) {
    String path = request.path();
    return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  /**
   * Who is signed in, in the dialect's terms. A session whose subject the dialect does not find,
   * since the account is gone or no longer let in, is ended for good: that the account comes back
   * does not bring the session back.
   *
   * @param find whom the directory has for a session, as long as that one is let in
   */
  <V> Optional<V> signedIn(Exchange request, Function<PortalSession, Optional<V>> find) {
    Optional<PortalSession> session = session(request);
    Optional<V> visitor = session.flatMap(find);
    if (session.isPresent() && visitor.isEmpty()) {
      end(session.get(), request, "its account, which is gone or no longer let in");
    }
    return visitor;
  }

  /** The live session of this portal that the browser's cookie belongs to. */
  private Optional<PortalSession> session(Exchange request) {
    return cookie
        .of(request)
        .map(Token::new)
        .flatMap(secret -> signOn.portalSessions().live(layout.portalKind(), secret));
  }

  /** What a page answers that nobody is signed in to see. */
  public Answer signedOut(Exchange request) {
    Page page = Page.forAnybody(request, layout, "You are signed out");
    return Pages.show(401, Pages.TEMPLATES.portalSignedOut(page))
        .with("WWW-Authenticate", "Login-Link realm=\"" + layout.portalKind().name() + "\"");
  }

  /** Signs out, and goes on to the portal's home. */
  public Answer signOut(Exchange request) {
    return signOut(request, ended -> Destination.page(layout.home()));
  }

  /**
   * Ends the browser's session for good, makes the browser forget it, and sends it on. The form
   * must name the session, which no other site can: {@code portal/sign-out.jte} does.
   *
   * @param next where to, given the session that has ended; home, where there was none
   * @throws HttpError 403 where the form does not name the session
   */
  public Answer signOut(Exchange request, Function<PortalSession, Destination> next) {
    Optional<PortalSession> session = session(request);
    if (session.isEmpty()) {
      return forgetting(request, Destination.page(layout.home()));
    }
    String id = session.get().id();
    if (!request.form().single(SESSION_FIELD).equals(Optional.of(id))) {
      throw new HttpError(403, "A sign-out is asked for with the button on the portal's own pages");
    }
    PortalSession ended = end(session.get(), request, "its own sign-out");
    return forgetting(request, next.apply(ended));
  }

  /** Ends a live session for good and tells of it; the session as it is then. */
  private PortalSession end(PortalSession live, Exchange request, String by) {
    PortalSession ended = signOn.portalSessions().end(live.id(), request.client()).orElse(live);
    request.tell(new Outcome.Ended(request.now(), request.client(), ended, by));
    return ended;
  }

  PortalLayout layout() {
    return layout;
  }

  private TokenShape shape() {
    return layout.portalKind().policy().shape();
  }

  private Answer refuse(Exchange request, Redemption.Refused refused, AfterSignOn afterSignOn) {
    Refusal why = refused.why();
    Optional<LoginLink> link = refused.link();
    Explanation explanation = Explanation.of(why, request.now());
    tell(request, refused, Optional.of(explanation.diagnosis()));
    return afterSignOn
        .elsewhere(why, link)
        .map(next -> next.redirect(request))
        .orElseGet(
            () ->
                Pages.show(
                    explanation.status(),
                    Pages.TEMPLATES.portalRefused(
                        Page.forAnybody(request, layout, explanation.title()),
                        explanation.what(),
                        explanation.next(),
                        nextSteps(request, afterSignOn.wayBack(link)))));
  }

  /** Links that lead on from a refusal; somebody who is signed in already need not start over. */
  private List<PageLink> nextSteps(Exchange request, Optional<PageLink> wayBack) {
    Optional<PageLink> stay =
        session(request)
            .map(live -> new PageLink("You are signed in already: continue", layout.home()));
    return Stream.of(wayBack, stay).flatMap(Optional::stream).toList();
  }

  private Answer forgetting(Exchange request, Destination next) {
    return next.redirect(request).with("Set-Cookie", cookie.clear(request));
  }

  private void tell(Exchange request, Redemption result, Optional<Diagnosis> diagnosis) {
    request.tell(
        new Outcome.Redeemed(
            request.now(), request.client(), layout.portalKind().name(), result, diagnosis));
  }

  private static boolean isPrefetch(Exchange request) {
    return Stream.of("Sec-Purpose", "Purpose", "X-Moz")
        .flatMap(name -> request.header(name).stream())
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("prefetch"));
  }
}
