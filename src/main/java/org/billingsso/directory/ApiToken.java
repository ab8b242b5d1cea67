package org.billingsso.directory;

/**
 * What a Planhat tenant's back end presents.
 *
 * @param sharesPortals whether it has the permission to make portal links
 */
public record ApiToken(Secret token, @Default("true") boolean sharesPortals) {}
