package org.billingsso.directory;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What a person's billing pages show. */
public record Billing(
    Optional<PostalAddress> address,
    Optional<Card> card,
    List<Subscription> subscriptions,
    List<Invoice> invoices) {

  /** Whether any subscription is in force and paid for on that day. */
  public boolean activeOn(LocalDate day) {
    return subscriptions.stream().anyMatch(subscription -> subscription.activeOn(day));
  }

  /** What is still to be paid, in one amount for each currency. */
  public List<Money> due() {
    return List.copyOf(
        invoices.stream()
            .filter(invoice -> invoice.status() == Invoice.InvoiceStatus.DUE)
            .map(Invoice::amount)
            .collect(toMap(Money::currency, identity(), Money::plus, LinkedHashMap::new))
            .values());
  }
}
