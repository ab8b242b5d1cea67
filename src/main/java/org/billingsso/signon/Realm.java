package org.billingsso.signon;

/**
 * One kind of portal, with the policy of its login links. A link and a session of one realm mean
 * nothing in another.
 *
 * @param name stable, since records carry it; lower-case words joined by hyphens
 * @param policy the rules of its links
 */
public record Realm(String name, LinkPolicy policy) {}
