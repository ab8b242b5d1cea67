package org.billingsso.chargebee;

import static java.time.Duration.ofHours;
import static org.billingsso.signon.TokenShape.base62;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.billingsso.http.WebUrl;
import org.billingsso.signon.Address;
import org.billingsso.signon.Issued;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.LoginLink.State;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;

/** The portal sessions of all sites: login links of one portal kind and what they began. */
final class Sessions {
  /** Chargebee's row of the policy table. The account of a subject is a customer's id. */
  static final PortalKind KIND =
      new PortalKind(
          "chargebee-portal",
          LinkPolicy.of(base62(33), ofHours(1)).derivingTokens().withIds(base62(17)));

  private static final String ID_PREFIX = "portal_";

  private final SignOn signOn;
  private final ChargebeeSettings settings;

  Sessions(SignOn signOn, ChargebeeSettings settings) {
    this.signOn = signOn;
    this.settings = settings;
  }

  /** The same sessions at one moment. */
  Sessions at(Instant moment) {
    return new Sessions(signOn.at(moment), settings);
  }

  /** What the API calls a session. */
  static String idOf(LoginLink link) {
    return ID_PREFIX + link.id();
  }

  /** A name that nothing else has. */
  String newName() {
    return signOn.links().newId(KIND);
  }

  Session create(LinkRequest request) {
    return session(signOn.links().issue(request));
  }

  /** A link for that customer. */
  LinkRequest request(Site site, SiteCustomer customer, String target, Map<String, String> notes) {
    return LinkRequest.of(KIND, new Subject(site.name(), customer.id()), target)
        .validFor(settings.linkValidity())
        .withNotes(notes);
  }

  /** The site's session of that id. */
  Optional<Session> find(Site site, String id) {
    if (!id.startsWith(ID_PREFIX)) {
      return Optional.empty();
    }
    return signOn
        .links()
        .byId(KIND, id.substring(ID_PREFIX.length()))
        .filter(issued -> issued.link().subject().tenant().equals(site.name()))
        .map(this::session);
  }

  /** Ends a session, whatever state it is in; one that is over stays as it is. */
  Session logOut(Session session, Address by) {
    LoginLink link = signOn.links().revoke(KIND, session.token(), by).orElse(session.link());
    Optional<PortalSession> browser = signOn.portalSessions().end(link, by);
    return Session.of(new Issued(link, session.token()), browser, signOn.clock().instant());
  }

  /**
   * Confirms a sign-on that began at the portal's login, in time.
   *
   * @param name the name of this activation: that it was made under this name is no reason to
   *     refuse it
   * @return the session, activated; empty where it is in another state
   */
  Optional<Session> activate(Session session, String name) {
    if (Activation.of(session.link()).wasMadeAs(name)) {
      return Optional.of(session.asActivated());
    }
    if (session.status() != Status.NOT_YET_ACTIVATED
        || !signOn.clock().instant().isBefore(session.link().expiresAt())) {
      return Optional.empty();
    }
    Optional<LoginLink> activated =
        signOn
            .links()
            .changeNote(KIND, session.token(), Activation.NOTE, Activation.PENDING, name)
            .or(
                () ->
                    signOn
                        .links()
                        .look(KIND, session.token())
                        .filter(link -> Activation.of(link).wasMadeAs(name)));
    return activated.map(link -> session(new Issued(link, session.token())).asActivated());
  }

  /** Where the browser goes that has signed out of that session. */
  Optional<WebUrl> redirectUrl(PortalSession browser) {
    return signOn
        .links()
        .byId(KIND, browser.link())
        .flatMap(issued -> Notes.redirectUrl(issued.link()));
  }

  Session session(Issued issued) {
    Optional<PortalSession> browser =
        issued.link().state() instanceof State.Used used
            ? signOn.portalSessions().byId(used.session())
            : Optional.empty();
    return Session.of(issued, browser, signOn.clock().instant());
  }
}
