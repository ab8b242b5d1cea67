package org.billingsso.portal;

import java.util.Optional;
import org.billingsso.http.Exchange;

/**
 * What the layout shows around a page's own content.
 *
 * @param base what comes before every path of ours in addresses
 * @param portal the portal that it belongs to
 * @param title its heading
 * @param path where it lives, which the navigation marks; empty for a page outside of it
 * @param visitor who is signed in
 */
public record Page(
    String base, PortalLayout portal, String title, String path, Optional<Visitor> visitor) {

  /** A page of somebody who is signed in. */
  public static Page of(
      Exchange request, PortalLayout portal, String title, String path, Visitor visitor) {
    return new Page(request.base(), portal, title, path, Optional.of(visitor));
  }

  /** A page for whoever asks. */
  public static Page forAnybody(Exchange request, PortalLayout portal, String title) {
    return new Page(request.base(), portal, title, "", Optional.empty());
  }

  /**
   * The address of a link on this page.
   *
   * @param url a path of ours with a slash in front, or somebody else's URL
   */
  public String at(String url) {
    return url.startsWith("/") ? base + url : url;
  }
}
