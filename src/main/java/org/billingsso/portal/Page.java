package org.billingsso.portal;

import java.util.Optional;

/**
 * What the layout shows around a page's own content.
 *
 * @param portal the portal that it belongs to
 * @param title its heading
 * @param path where it lives, which the navigation marks; empty for a page outside of it
 * @param visitor who is signed in
 */
public record Page(PortalLayout portal, String title, String path, Optional<Visitor> visitor) {

  /** A page of somebody who is signed in. */
  public static Page of(PortalLayout portal, String title, String path, Visitor visitor) {
    return new Page(portal, title, path, Optional.of(visitor));
  }

  /** A page for whoever asks. */
  public static Page forAnybody(PortalLayout portal, String title) {
    return new Page(portal, title, "", Optional.empty());
  }
}
