package org.billingsso.directory;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must be true across a directory beyond the type of each value. Paths are those of {@link
 * Place#select}; a scope is where two values are compared with each other.
 */
final class Rules {
  private static final String MERCHANT = "twocheckout.merchants[]";
  private static final String PARTNER = MERCHANT + ".partners[]";
  private static final String SITE = "chargebee.sites[]";
  private static final String TENANT = "planhat.tenants[]";
  private static final String ACCOUNT = "fusebill.accounts[]";

  private static final List<Rule> ALL =
      List.of(
          new Unique("", MERCHANT + ".code"),
          new Unique(MERCHANT, "customers[].reference"),
          new Unique(MERCHANT, "customers[].externalReference"),
          new Unique(MERCHANT, "customers[].billing.subscriptions[].reference"),
          new Unique(
              MERCHANT + ".customers[]",
              List.of("billing.subscriptions[].reference", "sharedSubscriptions[]"),
              text -> text),
          new Unique(MERCHANT, "customers[].orders[].reference"),
          new Unique(MERCHANT, "customers[].orders[].subscriptions[]"),
          new Unique(MERCHANT, "partners[].code"),
          new Known(
              MERCHANT + ".customers[]",
              "orders[].subscriptions[]",
              "billing.subscriptions[].reference",
              "names no subscription of this customer"),
          new Known(
              MERCHANT,
              "customers[].sharedSubscriptions[]",
              "customers[].billing.subscriptions[].reference",
              "names no subscription of this merchant"),
          new Known(
              MERCHANT,
              "partners[].customers[]",
              "customers[].reference",
              "names no customer of this merchant"),
          new Unique(PARTNER, "customers[]"),
          new Unique(PARTNER, List.of("users[].email"), Rules::ignoringCase),
          new Unique(PARTNER, List.of("invoices[].number", "proformas[].number"), text -> text),
          new Unique("", SITE + ".name"),
          new Unique("", SITE + ".apiKeys[]"),
          new Unique(SITE, "customers[].id"),
          new Unique(SITE, List.of("portalUsers[].email"), Rules::ignoringCase),
          new Known(
              SITE,
              "portalUsers[].email",
              "customers[].person.email",
              Rules::ignoringCase,
              "is no customer's e-mail address"),
          new Matching(
              SITE + ".name",
              "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
              "must be a label of a host name: small letters, digits and hyphens"),
          new Matching(
              SITE + ".whitelistedDomains[]",
              "[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?",
              "must be a bare domain such as example.com"),
          new Matching(SITE + ".customers[].id", ".{1,50}", "must have at most 50 characters"),
          new Unique("", TENANT + ".name"),
          new Unique("", TENANT + ".tokens[].token"),
          new Unique("", TENANT + ".companies[].portal.slug"),
          new Unique(TENANT, "companies[].endUsers[].id"),
          new Unique(TENANT, "companies[].endUsers[].externalId"),
          new Unique(TENANT, "companies[].endUsers[].sourceId"),
          new Known(
              TENANT + ".companies[]",
              "portal.endUsers[]",
              "endUsers[].id",
              "names no end user of this company"),
          new Matching(
              TENANT + ".companies[].endUsers[].id", "[0-9a-f]{24}", "must be 24 hex digits"),
          new Matching(
              TENANT + ".companies[].portal.slug",
              "[a-z0-9-]+",
              "must be small letters, digits and hyphens"),
          new Unique("", ACCOUNT + ".name"),
          new Unique("", ACCOUNT + ".apiKeys[]"),
          new Unique(ACCOUNT, "customers[].id"),
          new Matching(
              ACCOUNT + ".apiKeys[]",
              "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
              "must be base64"));

  private Rules() {}

  /** What the rules have against the directory whose root this is. */
  static Stream<Problem> check(Place root) {
    return ALL.stream().flatMap(rule -> rule.check(root));
  }

  private static String ignoringCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private sealed interface Rule {
    Stream<Problem> check(Place root);
  }

  /** No value of these paths comes twice within a scope. */
  private record Unique(String scope, List<String> paths, UnaryOperator<String> form)
      implements Rule {

    Unique(String scope, String path) {
      this(scope, List.of(path), text -> text);
    }

    @Override
    public Stream<Problem> check(Place root) {
      return root.select(scope).flatMap(this::repeatedIn);
    }

    private Stream<Problem> repeatedIn(Place within) {
      Map<String, Place> first = new HashMap<>();
      return paths.stream()
          .flatMap(within::select)
          .filter(place -> place.text().isPresent())
          .flatMap(
              place -> {
                Place earlier = first.putIfAbsent(form.apply(place.text().get()), place);
                return earlier == null
                    ? Stream.empty()
                    : Stream.of(
                        place.problem(
                            "is the same as %s in line %d"
                                .formatted(earlier.path(), earlier.line())));
              });
    }
  }

  /** Every value of a path is among those of another, within a scope. */
  private record Known(
      String scope, String path, String among, UnaryOperator<String> form, String message)
      implements Rule {

    Known(String scope, String path, String among, String message) {
      this(scope, path, among, text -> text, message);
    }

    @Override
    public Stream<Problem> check(Place root) {
      return root.select(scope).flatMap(this::strangersIn);
    }

    private Stream<Problem> strangersIn(Place within) {
      Set<String> known =
          within.select(among).flatMap(place -> place.text().map(form).stream()).collect(toSet());
      return within
          .select(path)
          .filter(place -> place.text().map(form).filter(text -> !known.contains(text)).isPresent())
          .map(place -> place.problem(message));
    }
  }

  /** Every value of a path has a form. */
  private record Matching(String path, Pattern form, String message) implements Rule {

    Matching(String path, String form, String message) {
      this(path, Pattern.compile(form), message);
    }

    @Override
    public Stream<Problem> check(Place root) {
      return root.select(path)
          .filter(place -> place.text().filter(text -> !form.matcher(text).matches()).isPresent())
          .map(place -> place.problem(message));
    }
  }
}
