package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.Outcome.failed;

import org.billingsso.twocheckout.Outcome.Failed;

/** The rows of the contract's error table, spelled out once more. */
final class Faults {
  static final Failed EMAIL_MANDATORY =
      failed("INVALID_EMAIL", 20001, "The email address is mandatory.");
  static final Failed EMAIL_INVALID =
      failed("INVALID_EMAIL", 20001, "Please specify a valid email address.");
  static final Failed PARTNER_MANDATORY =
      failed("INVALID_PARTNER", 20002, "The partner code is mandatory.");
  static final Failed PARTNER_INVALID =
      failed(
          "INVALID_PARTNER",
          20002,
          "Partner code provided is not associated to an active partner account.");
  static final Failed PARTNER_CODE_MANDATORY =
      failed("INVALID_PARTNER", 20002, "Partner code is mandatory.");
  static final Failed PARTNER_TO_SET_INVALID =
      failed(
          "INVALID_PARTNER",
          20002,
          "Provided partner code is not associated with an active partner account"
              + " in the Avangate system.");
  static final Failed PARTNER_BY_CODE_INVALID =
      failed(
          "INVALID_PARTNER",
          20002,
          "Partner code provided is not associated with an active partner account"
              + " in the Avangate system.");
  static final Failed PARTNER_NOT_SET =
      failed("NOT_FOUND_PARTNER", 20003, "A partner must be set first.");
  static final Failed USER_INVALID =
      failed(
          "INVALID_USER",
          20004,
          "Email address provided is not associated to a partner account user.");
  static final Failed URL_MANDATORY = failed("INVALID_URL", 20005, "The page URL is mandatory.");
  static final Failed URL_INVALID =
      failed("INVALID_URL", 20005, "The page URL provided is not valid.");
  static final Failed VALIDITY_TIME_INVALID =
      failed("INVALID_VALIDITY_TIME", 20006, "Validity time needs to be a positive numeric value.");
  static final Failed SUBSCRIPTION_MANDATORY =
      failed("INVALID_SUBSCRIPTION", 20007, "The subscription reference is mandatory.");
  static final Failed SUBSCRIPTION_INVALID =
      failed("INVALID_SUBSCRIPTION", 20007, "The subscription reference is invalid.");
  static final Failed ACCESS_PAGE_INVALID =
      failed("INVALID_ACCESS_PAGE", 20008, "The access page provided is not valid.");
  static final Failed VALIDATION_IP_INVALID =
      failed("INVALID_VALIDATION_IP", 20009, "Please specify a valid IP address.");
  static final Failed CUSTOMER_INVALID =
      failed("INVALID_CUSTOMER", 20010, "The customer reference is invalid.");
  static final Failed CUSTOMER_TYPE_INVALID =
      failed("INVALID_CUSTOMER_TYPE", 20011, "The customer type is invalid.");
  static final Failed TOKEN_INVALID =
      failed("INVALID_TOKEN", 20012, "The single sign-on token is invalid.");
  static final Failed SEARCH_INVALID =
      failed("INVALID_SEARCH", 20013, "Invalid value. Please use a string to search.");
  static final Failed AUTHENTICATION_FAILED =
      failed("AUTHENTICATION_FAILED", 10003, "Authentication failed");
  static final Failed FORBIDDEN =
      failed("FORBIDDEN", 10000, "Invalid hash provided or session expired");
  static final Failed INTERNAL_ERROR =
      failed("INTERNAL_ERROR", 20000, "Cannot save security token. Please try again.");

  private Faults() {}
}
