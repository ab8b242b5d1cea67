package org.billingsso.signon;

/**
 * One kind of portal, with the policy of its login links. A link and a session of one portal kind
 * mean nothing in another.
 *
 * @param name stable, since records carry it; lower-case words joined by hyphens
 * @param policy the rules of its links
 */
public record PortalKind(String name, LinkPolicy policy) {}
