package org.billingsso.twocheckout;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.billingsso.journal.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The pages of myAccount that a login link can lead to, by the names that the API calls them:
 * "myAccount URL" of the specification.
 */
public enum MyAccountPage {
  HOME("index", "/myaccount/", false),
  ORDER("view_order", "/myaccount/view_order/", true),
  LICENSE("my_license", "/myaccount/my_license/", true),
  CHANGE_CARD("change_card", "/myaccount/my_license/", true),
  MY_SUBSCRIPTION("my_subscription", "/myaccount/my_license/", true),
  PRODUCTS("my_products", "/myaccount/my_products/", false),
  PAYMENT_METHODS("payment_methods", "/myaccount/payment_methods/", false),
  USER_DATA("user_data", "/myaccount/user_data/", false),
  ORDER_LOOKUP("order_lookup", "/myaccount/order_lookup/", false),
  FAQ("faq", "/support/", false);

  /** The query parameter that tells which subscription the page is about. */
  public static final String SUBSCRIPTION_PARAMETER = "subscription";

  /** The query parameter that opens the change-card dialog. */
  public static final String CHANGE_CARD_PARAMETER = "change_card";

  private static final List<MyAccountPage> OF_A_SUBSCRIPTION =
      List.of(ORDER, LICENSE, CHANGE_CARD, PRODUCTS, PAYMENT_METHODS, USER_DATA, ORDER_LOOKUP, FAQ);
  private static final List<MyAccountPage> OF_A_CUSTOMER =
      List.of(
          HOME, MY_SUBSCRIPTION, LICENSE, PRODUCTS, USER_DATA, ORDER_LOOKUP, FAQ, PAYMENT_METHODS);

  private final String apiName;
  private final String path;
  private final boolean aboutSubscription;

  MyAccountPage(String apiName, String path, boolean aboutSubscription) {
    this.apiName = apiName;
    this.path = path;
    this.aboutSubscription = aboutSubscription;
  }

  /** The page that {@code getSingleSignOn} calls by that name; home where it names none. */
  static MyAccountPage ofSubscription(String parameter, @Nullable String name) {
    return named(parameter, name, OF_A_SUBSCRIPTION);
  }

  /** The page that {@code getSingleSignOnByCustomer} calls by that name; home where none. */
  static MyAccountPage ofCustomer(String parameter, @Nullable String name) {
    return named(parameter, name, OF_A_CUSTOMER);
  }

  private static MyAccountPage named(
      String parameter, @Nullable String argument, List<MyAccountPage> pages) {
    Optional<String> name = LinkParameters.optional(argument);
    return name.isEmpty()
        ? HOME
        : pages.stream()
            .filter(page -> page.apiName.equals(name.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    TwoCheckoutError.ACCESS_PAGE_INVALID.because(
                        parameter,
                        Diagnosis.of(parameter + " is no page that this method leads to")
                            .seen(name.get())
                            .expected(
                                pages.stream().map(page -> page.apiName).collect(joining(", ")))));
  }

  /** Its path on this server, with a slash at the end. */
  public String path() {
    return path;
  }

  /**
   * Its path and query. There is always a parameter, so that a token that is added is never the
   * first.
   *
   * @param subscription which one the page is about, for the pages that are about one
   * @param language of the page, as the API takes it
   */
  String target(Optional<String> subscription, String language) {
    StringBuilder target = new StringBuilder(path).append('?');
    if (aboutSubscription && subscription.isPresent()) {
      target.append(SUBSCRIPTION_PARAMETER).append('=').append(encoded(subscription.get()));
      target.append('&');
    }
    if (this == CHANGE_CARD) {
      target.append(CHANGE_CARD_PARAMETER).append("=1&");
    }
    return target.append(inLanguage(language)).toString();
  }

  /** The query parameter that tells the language of a page. */
  static String inLanguage(String language) {
    return "lang=" + encoded(language);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
