package org.billingsso.signon;

import java.time.Duration;

/**
 * How long things live that no platform's protocol fixes.
 *
 * @param portalSession from redemption to the end of a portal session
 * @param afterwards how long a record outlives its validity, so that "expired" is never "unknown"
 */
public record Lifetimes(Duration portalSession, Duration afterwards) {}
