package org.billingsso.twocheckout;

import java.time.Duration;
import java.util.List;
import org.billingsso.config.Section;
import org.billingsso.http.Origin;

/**
 * What an operator may choose about the 2Checkout dialect. Durations are positive.
 *
 * @param refuseMd5 whether {@code login} takes no md5 hash
 * @param loginTolerance how far the date of a {@code login} may be from the gateway's clock
 * @param apiSessionLength from {@code login} to the end of the session
 * @param defaultValidity of a login link whose {@code validityTime} is absent
 * @param maximumValidity the longest {@code validityTime} that is accepted
 * @param partnerMustBeSet whether {@code getPartnerSingleSignOn} needs a {@code setPartner} before
 * @param wsdl what a bare {@code ?wsdl} gives
 * @param controlPanelOrigins besides the gateway's own, where a partner's {@code accessPage} may
 *     point
 * @param cartOrigins besides the gateway's own, where the buy link of a cart may point
 * @param maximumBatch how many calls one batch of JSON-RPC may hold
 */
public record TwoCheckoutSettings(
    boolean refuseMd5,
    Duration loginTolerance,
    Duration apiSessionLength,
    Duration defaultValidity,
    Duration maximumValidity,
    boolean partnerMustBeSet,
    WsdlStyle wsdl,
    List<Origin> controlPanelOrigins,
    List<Origin> cartOrigins,
    int maximumBatch) {
  private static final List<Origin> VENDOR =
      List.of(
          Origin.parse("https://secure.avangate.com"),
          Origin.parse("https://secure.2checkout.com"));

  private static final int USUAL_BATCH = 100;

  /** What holds where nobody chose anything. */
  public static final TwoCheckoutSettings DEFAULTS =
      new TwoCheckoutSettings(
          false,
          Duration.ofMinutes(10),
          Duration.ofMinutes(10),
          Duration.ofSeconds(10),
          Duration.ofDays(1),
          true,
          WsdlStyle.LITERAL,
          VENDOR,
          VENDOR,
          USUAL_BATCH);

  /** Where the settings have them. */
  public static final Section<TwoCheckoutSettings> SECTION =
      Section.withDefaults("twocheckout", DEFAULTS);

  public TwoCheckoutSettings {
    controlPanelOrigins = List.copyOf(controlPanelOrigins);
    cartOrigins = List.copyOf(cartOrigins);
  }
}
