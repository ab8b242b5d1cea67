package org.billingsso.twocheckout;

import java.util.List;
import org.billingsso.http.Origin;

/** Settings of the dialect that differ in one point from what holds where nobody chose anything. */
final class Choices {
  private static final TwoCheckoutSettings USUAL = TwoCheckoutSettings.DEFAULTS;

  private Choices() {}

  static TwoCheckoutSettings refusingMd5() {
    return settings(true, true, USUAL.wsdl(), USUAL.controlPanelOrigins(), USUAL.cartOrigins());
  }

  static TwoCheckoutSettings withoutSetPartner() {
    return settings(false, false, USUAL.wsdl(), USUAL.controlPanelOrigins(), USUAL.cartOrigins());
  }

  static TwoCheckoutSettings describedAs(WsdlStyle wsdl) {
    return settings(false, true, wsdl, USUAL.controlPanelOrigins(), USUAL.cartOrigins());
  }

  static TwoCheckoutSettings withControlPanelAt(String origin) {
    return settings(false, true, USUAL.wsdl(), List.of(Origin.parse(origin)), USUAL.cartOrigins());
  }

  static TwoCheckoutSettings withCartAt(String origin) {
    return settings(
        false, true, USUAL.wsdl(), USUAL.controlPanelOrigins(), List.of(Origin.parse(origin)));
  }

  private static TwoCheckoutSettings settings(
      boolean refuseMd5,
      boolean partnerMustBeSet,
      WsdlStyle wsdl,
      List<Origin> controlPanelOrigins,
      List<Origin> cartOrigins) {
    return new TwoCheckoutSettings(
        refuseMd5,
        USUAL.loginTolerance(),
        USUAL.apiSessionLength(),
        USUAL.defaultValidity(),
        USUAL.maximumValidity(),
        partnerMustBeSet,
        wsdl,
        controlPanelOrigins,
        cartOrigins,
        USUAL.maximumBatch());
  }
}
