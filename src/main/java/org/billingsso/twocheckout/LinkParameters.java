package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.TwoCheckoutError.VALIDATION_IP_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.VALIDITY_TIME_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.signon.Address;
import org.jspecify.annotations.Nullable;

/** What the methods that issue links read alike. Each throws the {@link ApiRefusal} of its row. */
final class LinkParameters {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final Pattern REQUESTED = Pattern.compile("code=([^&\\s]+)");

  private LinkParameters() {}

  /** An optional argument: missing, null and empty mean the same. */
  static Optional<String> optional(@Nullable String argument) {
    return Optional.ofNullable(argument).filter(text -> !text.isEmpty());
  }

  /** A mandatory argument. */
  static String mandatory(@Nullable String argument, TwoCheckoutError missing) {
    return optional(argument).orElseThrow(missing::error);
  }

  /** {@code validityTime}: whole seconds, as a number or its digits. */
  static Duration validity(@Nullable String argument, TwoCheckoutSettings settings) {
    Optional<String> text = optional(argument);
    if (text.isEmpty()) {
      return settings.defaultValidity();
    }
    if (!SECONDS.matcher(text.get()).matches()) {
      throw VALIDITY_TIME_INVALID.error();
    }
    Duration validity = Duration.ofSeconds(Long.parseLong(text.get()));
    if (validity.isZero() || validity.compareTo(settings.maximumValidity()) > 0) {
      throw VALIDITY_TIME_INVALID.because(
          "validityTime is %d s, allowed are 1 to %d s (twocheckout.maximumValidity)"
              .formatted(validity.toSeconds(), settings.maximumValidity().toSeconds()));
    }
    return validity;
  }

  /** {@code validationIp}: the only address that the link is for. */
  static Optional<Address> boundTo(@Nullable String argument) {
    return optional(argument)
        .map(text -> Address.parse(text).orElseThrow(VALIDATION_IP_INVALID::error));
  }

  /** {@code validationIP} of a partner's link: the same, but null is no address. */
  static Optional<Address> partnerBoundTo(@Nullable JsonNode argument) {
    if (argument == null) {
      return Optional.empty();
    }
    if (!argument.isTextual()) {
      throw VALIDATION_IP_INVALID.error();
    }
    return boundTo(argument.textValue());
  }

  /**
   * The subscription that {@code request} names, as {@code Request[]=code=REFERENCE}, as {@code
   * code=REFERENCE}, or as a list or an object of that.
   */
  static Optional<String> requestedSubscription(@Nullable JsonNode request) {
    if (request == null) {
      return Optional.empty();
    }
    if (request.path("code").isTextual()) {
      return optional(request.path("code").textValue());
    }
    if (request.isContainerNode()) {
      return request.isEmpty()
          ? Optional.empty()
          : requestedSubscription(request.iterator().next());
    }
    var requested = REQUESTED.matcher(request.asText());
    return requested.find() ? Optional.of(requested.group(1)) : Optional.empty();
  }
}
