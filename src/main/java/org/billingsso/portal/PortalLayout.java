package org.billingsso.portal;

import java.util.List;
import org.billingsso.signon.PortalKind;

/**
 * A portal as its pages present it.
 *
 * @param portalKind whose links and sessions open it
 * @param name what it is called at the top of every page
 * @param home the path of its first page
 * @param signOut the path that a sign-out is posted to
 * @param navigation its pages, in order
 */
public record PortalLayout(
    PortalKind portalKind, String name, String home, String signOut, List<PageLink> navigation) {

  public PortalLayout {
    navigation = List.copyOf(navigation);
  }
}
