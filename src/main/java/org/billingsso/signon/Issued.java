package org.billingsso.signon;

/**
 * A login link together with its token, for the one who is to hand it out.
 *
 * @param link the link
 * @param token its secret
 */
public record Issued(LoginLink link, Token token) {}
