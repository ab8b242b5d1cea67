package org.billingsso.portal;

/**
 * A link that a page offers.
 *
 * @param name what it says
 * @param url where it leads; a path for a page of ours
 */
public record PageLink(String name, String url) {}
