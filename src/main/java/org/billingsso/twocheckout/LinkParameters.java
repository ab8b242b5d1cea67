package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.TwoCheckoutError.VALIDATION_IP_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.VALIDITY_TIME_INVALID;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.http.MaximumLength;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.signon.Address;
import org.jspecify.annotations.Nullable;

/** What the methods that issue links read alike. Each throws the {@link ApiRefusal} of its row. */
final class LinkParameters {
  private static final String VALIDITY_TIME = "validityTime";
  private static final String VALIDATION_IP = "validationIp";

  /** A number that is not negative, as JSON writes it but for zeros in front. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,9})?");

  private LinkParameters() {}

  /** An optional argument: missing, null and empty mean the same. */
  static Optional<String> optional(@Nullable String argument) {
    return Optional.ofNullable(argument).filter(text -> !text.isEmpty());
  }

  /**
   * A mandatory argument.
   *
   * @param invalid the refusal of one that is too long
   */
  static String mandatory(
      String name,
      @Nullable String argument,
      MaximumLength longest,
      TwoCheckoutError missing,
      TwoCheckoutError invalid) {
    String text = optional(argument).orElseThrow(() -> missing.absent(name));
    return within(longest, name, text, invalid);
  }

  /** The text, which is not too long. */
  static String within(MaximumLength longest, String name, String text, TwoCheckoutError invalid) {
    if (!longest.admits(text)) {
      throw invalid.because(name, longest.exceededBy(name, text));
    }
    return text;
  }

  /**
   * {@code validityTime}: a whole number of seconds, as a number or as its text. Numbers count by
   * their value, so that 50, 50.0 and 5e1 are the same.
   */
  static Duration validity(@Nullable String argument, TwoCheckoutSettings settings) {
    Optional<String> text = optional(argument);
    if (text.isEmpty()) {
      return settings.defaultValidity();
    }
    String given = within(MaximumLength.NUMBER, VALIDITY_TIME, text.get(), VALIDITY_TIME_INVALID);
    if (!NUMBER.matcher(given).matches()) {
      throw wrongValidity("is not a number without a sign or blanks", given, settings);
    }
    BigDecimal seconds = new BigDecimal(given);
    if (seconds.signum() == 0) {
      throw wrongValidity("is zero", given, settings);
    }
    // Before the number is written out, since it may have any number of digits.
    if (seconds.compareTo(BigDecimal.valueOf(settings.maximumValidity().toSeconds())) > 0) {
      throw wrongValidity("is longer than allowed", given, settings);
    }
    if (seconds.stripTrailingZeros().scale() > 0) {
      throw wrongValidity("is not whole seconds", given, settings);
    }
    return Duration.ofSeconds(seconds.longValueExact());
  }

  private static ApiRefusal wrongValidity(String rule, String given, TwoCheckoutSettings settings) {
    return VALIDITY_TIME_INVALID.because(
        VALIDITY_TIME,
        Diagnosis.of(VALIDITY_TIME + " " + rule)
            .seen(given)
            .expected("1 to " + settings.maximumValidity().toSeconds())
            .setting("twocheckout.maximumValidity"));
  }

  /** {@code validationIp}: the only address that the link is for. */
  static Optional<Address> boundTo(@Nullable String argument) {
    return optional(argument)
        .map(text -> within(MaximumLength.IP_ADDRESS, VALIDATION_IP, text, VALIDATION_IP_INVALID))
        .map(text -> Address.parse(text).orElseThrow(() -> noAddress(text)));
  }

  /** {@code validationIP} of a partner's link: the same, but null is no address. */
  static Optional<Address> partnerBoundTo(@Nullable String argument) {
    if (argument == null) {
      throw noAddress("null");
    }
    return boundTo(argument);
  }

  private static ApiRefusal noAddress(String seen) {
    return VALIDATION_IP_INVALID.because(
        VALIDATION_IP,
        Diagnosis.of(VALIDATION_IP + " is no IP address")
            .seen(seen)
            .expected("an IPv4 or IPv6 literal, or nothing"));
  }
}
