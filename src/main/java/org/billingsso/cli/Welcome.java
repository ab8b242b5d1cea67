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
import org.billingsso.directory.Customer;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Merchant;
import org.billingsso.directory.Partner;
import org.billingsso.directory.Subscription;

/** The screen that a start prints: where to go, as whom, and a first thing to try. */
final class Welcome {
  private Welcome() {}

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
        .formatted(
            address,
            directory.merchants().stream().map(Welcome::account).collect(joining()),
            firstLink(address, directory).indent(2));
  }

  private static String account(Merchant merchant) {
    return "2Checkout merchant %s, secret key %s%n%s%s"
        .formatted(
            merchant.code(),
            merchant.secretKey().reveal(),
            merchant.customers().stream().map(Welcome::customer).collect(joining()),
            merchant.partners().stream().map(Welcome::partner).collect(joining()));
  }

  private static String customer(Customer customer) {
    return "  customer %s  %s  %s%n"
        .formatted(
            customer.reference(),
            customer.person().email(),
            customer.billing().subscriptions().stream()
                .map(Subscription::reference)
                .collect(joining(" ")));
  }

  private static String partner(Partner partner) {
    return "  partner  %s  %s%s%n"
        .formatted(
            partner.code(),
            partner.users().stream().map(user -> user.email().toString()).collect(joining(" ")),
            partner.active() ? "" : "  (inactive)");
  }

  private static String firstLink(URI address, Directory directory) {
    Merchant merchant = directory.merchants().get(0);
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
        Objects.requireNonNull(Welcome.class.getResourceAsStream("first-link.sh"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar cannot be read", e);
    }
  }
}
