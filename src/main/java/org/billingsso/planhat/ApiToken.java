package org.billingsso.planhat;

import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.Secret;

/** What a Planhat tenant's back end presents. */
public record ApiToken(
    Secret token,
    @Description("whether it has the permission to make portal links") @Default("true")
        boolean sharesPortals) {}
