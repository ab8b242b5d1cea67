package org.billingsso.portal;

import java.util.Optional;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.Refusal;

/** How a dialect receives whoever has followed a login link. */
@FunctionalInterface
public interface AfterSignOn {

  /** Where the one goes on whom that link has let in. */
  Destination welcome(LoginLink used);

  /**
   * The site that the person came from, for the page that says why the link let nobody in.
   *
   * @param refused the link; empty where there is none of that token
   */
  default Optional<PageLink> wayBack(Optional<LoginLink> refused) {
    return Optional.empty();
  }

  /**
   * Where whom the link did not let in is sent instead of being shown that page.
   *
   * @param refused the link; empty where there is none of that token
   */
  default Optional<Destination> elsewhere(Refusal why, Optional<LoginLink> refused) {
    return Optional.empty();
  }
}
