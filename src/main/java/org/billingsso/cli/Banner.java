package org.billingsso.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.chargebee.Site;
import org.billingsso.chargebee.SiteCustomer;
import org.billingsso.chargebee.Sites;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Secret;
import org.billingsso.directory.Subscription;
import org.billingsso.fusebill.FusebillAccount;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.gateway.Settings;
import org.billingsso.planhat.EndUser;
import org.billingsso.planhat.Tenant;
import org.billingsso.planhat.Tenants;
import org.billingsso.twocheckout.Customer;
import org.billingsso.twocheckout.Merchant;
import org.billingsso.twocheckout.Merchants;
import org.billingsso.twocheckout.Partner;

/** The screen that a start prints: where to go, as whom, and a first thing to try. */
final class Banner {
  private Banner() {}

  /** The screen for a gateway at that address. Shows accounts only where everybody knows them. */
  static String to(URI address, Settings settings, Directory directory) {
    Optional<Path> file = settings.directory();
    if (file.isPresent()) {
      return "Billing SSO Gateway on %s with the accounts of %s%n".formatted(address, file.get());
    }
    return """
        Billing SSO Gateway on %s with the demo accounts

        %s
        Log in and print a link (paste this into a shell):

        %s"""
        .formatted(address, accounts(directory), firstLink(address, directory).indent(2));
  }

  private static String accounts(Directory directory) {
    return Stream.of(
            directory.section(Merchants.SECTION).all().stream().map(Banner::merchant),
            directory.section(Sites.SECTION).all().stream().map(Banner::site),
            directory.section(Tenants.SECTION).all().stream().map(Banner::tenant),
            directory.section(FusebillAccounts.SECTION).all().stream().map(Banner::account))
        .flatMap(lines -> lines)
        .collect(joining());
  }

  private static String merchant(Merchant merchant) {
    return "2Checkout merchant %s, secret key %s%n%s%s"
        .formatted(
            merchant.code(),
            merchant.secretKey().reveal(),
            merchant.customers().stream().map(Banner::customer).collect(joining()),
            merchant.partners().stream().map(Banner::partner).collect(joining()));
  }

  private static String customer(Customer customer) {
    return "  customer %s  %s  %s%n"
        .formatted(
            customer.reference(),
            customer.person().email(),
            words(customer.billing().subscriptions().stream().map(Subscription::reference)));
  }

  private static String partner(Partner partner) {
    return "  partner  %s  %s%s%n"
        .formatted(
            partner.code(),
            words(partner.users().stream().map(user -> user.email().toString())),
            partner.active() ? "" : "  (inactive)");
  }

  private static String site(Site site) {
    return "Chargebee site %s, API key %s%n  customers %s%n"
        .formatted(
            site.name(),
            words(site.apiKeys().stream().map(Secret::reveal)),
            words(site.customers().stream().map(SiteCustomer::id)));
  }

  private static String tenant(Tenant tenant) {
    return "Planhat tenant %s, token %s%n  end users %s%n"
        .formatted(
            tenant.name(),
            words(tenant.tokens().stream().map(each -> each.token().reveal())),
            words(
                tenant.companies().stream()
                    .flatMap(company -> company.endUsers().stream())
                    .map(EndUser::id)));
  }

  private static String account(FusebillAccount account) {
    return "Fusebill account %s, API key %s%n  customers %s%n"
        .formatted(
            account.name(),
            words(account.apiKeys().stream().map(Secret::reveal)),
            words(account.customers().stream().map(customer -> String.valueOf(customer.id()))));
  }

  private static String words(Stream<String> words) {
    return words.collect(joining(" "));
  }

  private static String firstLink(URI address, Directory directory) {
    Merchant merchant = directory.section(Merchants.SECTION).all().get(0);
    Subscription subscription = merchant.customers().get(0).billing().subscriptions().get(0);
    return "gateway=%s merchant=%s key=%s subscription=%s%n%s"
        .formatted(
            address,
            merchant.code(),
            merchant.secretKey().reveal(),
            subscription.reference(),
            script());
  }

  private static String script() {
    try (InputStream script =
        Objects.requireNonNull(Banner.class.getResourceAsStream("first-link.sh"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar cannot be read", e);
    }
  }
}
