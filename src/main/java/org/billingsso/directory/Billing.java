package org.billingsso.directory;

import java.time.LocalDate;
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
}
