package org.billingsso.twocheckout;

/** One point of the agreement between a merchant and a partner. */
public record PartnershipTerm(String name, String value) {}
