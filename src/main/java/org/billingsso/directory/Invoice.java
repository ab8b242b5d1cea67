package org.billingsso.directory;

import java.time.LocalDate;

/** A bill, or, before it is one, a proforma. */
public record Invoice(
    String number, LocalDate issuedOn, String description, Money amount, InvoiceStatus status) {

  /** Whether the money has come. */
  public enum InvoiceStatus {
    PAID,
    DUE
  }
}
