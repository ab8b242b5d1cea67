package org.billingsso.twocheckout;

import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;

/** The errors of the API: one row of its error table each. The numbers are the gateway's choice. */
enum TwoCheckoutError {
  EMAIL_MANDATORY("INVALID_EMAIL", 20001, "The email address is mandatory."),
  EMAIL_INVALID("INVALID_EMAIL", 20001, "Please specify a valid email address."),
  PARTNER_MANDATORY("INVALID_PARTNER", 20002, "The partner code is mandatory."),
  PARTNER_INVALID(
      "INVALID_PARTNER",
      20002,
      "Partner code provided is not associated to an active partner account."),
  PARTNER_CODE_MANDATORY("INVALID_PARTNER", 20002, "Partner code is mandatory."),
  PARTNER_TO_SET_INVALID(
      "INVALID_PARTNER",
      20002,
      "Provided partner code is not associated with an active partner account in the Avangate"
          + " system."),
  PARTNER_BY_CODE_INVALID(
      "INVALID_PARTNER",
      20002,
      "Partner code provided is not associated with an active partner account in the Avangate"
          + " system."),
  PARTNER_NOT_SET("NOT_FOUND_PARTNER", 20003, "A partner must be set first."),
  USER_INVALID(
      "INVALID_USER", 20004, "Email address provided is not associated to a partner account user."),
  URL_MANDATORY("INVALID_URL", 20005, "The page URL is mandatory."),
  URL_INVALID("INVALID_URL", 20005, "The page URL provided is not valid."),
  VALIDITY_TIME_INVALID(
      "INVALID_VALIDITY_TIME", 20006, "Validity time needs to be a positive numeric value."),
  SUBSCRIPTION_MANDATORY("INVALID_SUBSCRIPTION", 20007, "The subscription reference is mandatory."),
  SUBSCRIPTION_INVALID("INVALID_SUBSCRIPTION", 20007, "The subscription reference is invalid."),
  ACCESS_PAGE_INVALID("INVALID_ACCESS_PAGE", 20008, "The access page provided is not valid."),
  VALIDATION_IP_INVALID("INVALID_VALIDATION_IP", 20009, "Please specify a valid IP address."),
  CUSTOMER_INVALID("INVALID_CUSTOMER", 20010, "The customer reference is invalid."),
  CUSTOMER_TYPE_INVALID("INVALID_CUSTOMER_TYPE", 20011, "The customer type is invalid."),
  TOKEN_INVALID("INVALID_TOKEN", 20012, "The single sign-on token is invalid."),
  SEARCH_INVALID("INVALID_SEARCH", 20013, "Invalid value. Please use a string to search."),
  AUTHENTICATION_FAILED("AUTHENTICATION_FAILED", 10003, "Authentication failed"),
  FORBIDDEN("FORBIDDEN", 10000, "Invalid hash provided or session expired"),
  INTERNAL_ERROR("INTERNAL_ERROR", 20000, "Cannot save security token. Please try again.");

  private final String code;
  private final int number;
  private final String message;

  TwoCheckoutError(String code, int number, String message) {
    this.code = code;
    this.number = number;
    this.message = message;
  }

  /** The error as a call ends in it. */
  ApiRefusal error() {
    return new ApiRefusal(code, number, message);
  }

  /** The same, with what the operator should know about it. */
  ApiRefusal because(Diagnosis why) {
    return error().because(why);
  }

  /** The same, with the parameter that is to blame. */
  ApiRefusal because(String parameter, Diagnosis why) {
    return because(why).of(parameter);
  }

  /** The error as a call ends in it that lacks a parameter. */
  ApiRefusal absent(String parameter) {
    return because(parameter, Diagnosis.of(parameter + " is missing, null or empty"));
  }

  /** The error as a call ends in it whose parameter names nothing. */
  ApiRefusal unknown(String parameter, String seen, String expected) {
    return because(
        parameter, Diagnosis.of(parameter + " names nothing here").seen(seen).expected(expected));
  }
}
