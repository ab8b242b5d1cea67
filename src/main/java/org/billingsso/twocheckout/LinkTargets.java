package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.LinkParameters.mandatory;
import static org.billingsso.twocheckout.TwoCheckoutError.URL_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.URL_MANDATORY;

import java.util.List;
import org.billingsso.http.Exchange;
import org.billingsso.http.InvalidUrlException;
import org.billingsso.http.MaximumLength;
import org.billingsso.http.Origin;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The pages that back ends give by their URL. Each method throws the {@link ApiRefusal} of its row.
 */
final class LinkTargets {
  private LinkTargets() {}

  /** {@code url}: a buy link of this gateway or of one of the operator's shops. */
  static PageUrl buyLink(
      @Nullable String argument, Exchange exchange, TwoCheckoutSettings settings) {
    PageUrl page = page("url", argument, exchange);
    requireOrigin(
        "url", page, exchange.origin(), settings.cartOrigins(), "twocheckout.cartOrigins");
    return page;
  }

  /** {@code accessPage}: a page of the partner control panel. */
  static PageUrl ofControlPanel(
      @Nullable String argument, Exchange exchange, TwoCheckoutSettings settings) {
    String name = "accessPage";
    PageUrl page = page(name, argument, exchange);
    requireOrigin(
        name,
        page,
        exchange.origin(),
        settings.controlPanelOrigins(),
        "twocheckout.controlPanelOrigins");
    if (!page.isOfControlPanel()) {
      throw URL_INVALID.because(
          name,
          Diagnosis.of("accessPage is no page of the control panel")
              .seen(page.url().path())
              .expected("a path below /partners/ or /cpanel/"));
    }
    return page;
  }

  /** The page that the URL names; one of ours by its path below the base. */
  private static PageUrl page(String name, @Nullable String argument, Exchange exchange) {
    try {
      PageUrl page =
          PageUrl.parse(mandatory(name, argument, MaximumLength.URL, URL_MANDATORY, URL_INVALID));
      return page.origin().equals(exchange.origin()) ? page.below(exchange.base()) : page;
    } catch (InvalidUrlException refused) {
      throw URL_INVALID.because(name, refused.diagnosis(name));
    }
  }

  /** Refuses a page on an origin that is neither ours nor one of the operator's. */
  private static void requireOrigin(
      String name, PageUrl page, Origin ours, List<Origin> others, String setting) {
    if (!page.origin().equals(ours) && !others.contains(page.origin())) {
      throw URL_INVALID.because(
          name,
          Diagnosis.of(name + " is on an origin that login links do not lead to")
              .seen(page.origin().toString())
              .expected("this gateway's own or one of the setting's")
              .setting(setting));
    }
  }
}
