package org.billingsso.chargebee;

import java.util.Map;
import java.util.Optional;
import org.billingsso.signon.LoginLink;

/**
 * Whether the integrator has confirmed a sign-on that began at the portal's login, as a note on its
 * link. Links of the API have no such note.
 *
 * @param note absent, or {@value #PENDING}, or the name of the activation that was made
 */
record Activation(Optional<String> note) {
  static final String NOTE = "activation";
  static final String PENDING = "pending";

  static Activation of(LoginLink link) {
    return new Activation(Optional.ofNullable(link.notes().get(NOTE)));
  }

  /** What a link gets that awaits its activation. */
  static Map<String, String> pending() {
    return Map.of(NOTE, PENDING);
  }

  /** The state of a session that is not over. */
  Status status() {
    if (note.isEmpty()) {
      return Status.LOGGED_IN;
    }
    return note.get().equals(PENDING) ? Status.NOT_YET_ACTIVATED : Status.ACTIVATED;
  }

  boolean wasMadeAs(String name) {
    return note.filter(name::equals).isPresent();
  }
}
