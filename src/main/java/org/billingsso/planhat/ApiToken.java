package org.billingsso.planhat;

import org.billingsso.config.Default;
import org.billingsso.directory.Secret;

/**
 * What a Planhat tenant's back end presents.
 *
 * @param sharesPortals whether it has the permission to make portal links
 */
public record ApiToken(Secret token, @Default("true") boolean sharesPortals) {}
