package org.billingsso.twocheckout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.billingsso.config.Contradiction;
import org.billingsso.config.CrossChecked;
import org.billingsso.config.Description;
import org.billingsso.config.Section;
import org.billingsso.http.Origin;

/** What an operator may choose about the 2Checkout dialect. Durations are positive. */
public record TwoCheckoutSettings(
    @Description("refuse login hashes by md5") boolean refuseMd5,
    @Description("how far a login's date may be off") Duration loginTolerance,
    @Description("how long an API session lives") Duration apiSessionLength,
    @Description("how long a link lives that names no validityTime") Duration defaultValidity,
    @Description("the longest validityTime") Duration maximumValidity,
    @Description("getPartnerSingleSignOn needs a setPartner before") boolean partnerMustBeSet,
    @Description("what a bare ?wsdl gives: literal or encoded") WsdlStyle wsdl,
    @Description("where an accessPage may point, besides here") List<Origin> controlPanelOrigins,
    @Description("where a buy link may point, besides here") List<Origin> cartOrigins,
    @Description("how many calls one JSON-RPC batch may hold") int maximumBatch)
    implements CrossChecked {
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

  @Override
  public Stream<Contradiction> contradictions() {
    return defaultValidity.compareTo(maximumValidity) > 0
        ? Stream.of(
            new Contradiction("defaultValidity", "is longer than twocheckout.maximumValidity"))
        : Stream.empty();
  }
}
