package org.billingsso.chargebee;

import org.billingsso.config.Description;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Secret;

/** Who may sign in to a Chargebee portal with a password; the e-mail address is a customer's. */
public record PortalUser(
    @Description("a customer's e-mail address") EmailAddress email, Secret password) {}
