package org.billingsso.chargebee;

import java.util.Locale;

/** The states of a portal session, under the names that they have on the wire. */
enum Status {
  /** Its access URL has not been used. One that has expired remains in this state. */
  CREATED,
  /** Its access URL has let somebody in. */
  LOGGED_IN,
  /** It is over, by whatever way. */
  LOGGED_OUT,
  /** Somebody signed in at the portal, and the integrator has not confirmed that yet. */
  NOT_YET_ACTIVATED,
  /** The integrator has. */
  ACTIVATED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
