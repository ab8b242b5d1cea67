package org.billingsso.portal;

import org.billingsso.signon.PortalSession;

/**
 * Who is signed in, as every page says it.
 *
 * @param name first and last name
 * @param account what the person's pages are about, such as {@code customer 352365983}
 * @param session what a sign-out ends
 */
public record Visitor(String name, String account, PortalSession session) {}
