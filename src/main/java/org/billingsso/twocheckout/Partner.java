package org.billingsso.twocheckout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Index;
import org.billingsso.directory.Invoice;
import org.billingsso.directory.Money;
import org.billingsso.directory.Person;

/**
 * A reseller of one 2Checkout merchant and its users: the API's {@code Partner}, and what the
 * partner control panel shows. The same company at another merchant is another partner.
 */
public final class Partner {
  private final String code;
  private final boolean active;
  private final String companyName;
  private final EmailAddress email;
  private final String language;
  private final Money creditLimit;
  private final Money availableCreditLimit;
  private final List<Person> users;
  private final List<String> customers;
  private final List<Invoice> invoices;
  private final List<Invoice> proformas;
  private final List<PartnershipTerm> terms;
  private final Map<EmailAddress, Person> userByEmail;
  private final Map<String, Invoice> invoiceByNumber;
  private final List<String> lowerCaseNames;

  Partner(
      @Description("what the merchant calls it by") String code,
      @Description("whether the partnership is in force; nobody signs in to one that is not")
          @Default("true")
          boolean active,
      String companyName,
      @Description("the company's address, which need not be a user's") EmailAddress email,
      @Description("two letters of ISO 639-1") @Default("en") String language,
      @Description("how much the merchant lends; its currency is the partner's") Money creditLimit,
      @Description("how much of the credit limit is left") Money availableCreditLimit,
      @Description("who may sign in to its control panel") List<Person> users,
      @Description("references of the merchant's customers that bought through it")
          List<String> customers,
      @Description("the bills between merchant and partner") List<Invoice> invoices,
      @Description("bills to come") List<Invoice> proformas,
      @Description("what the two agreed on") List<PartnershipTerm> terms) {
    this.code = code;
    this.active = active;
    this.companyName = companyName;
    this.email = email;
    this.language = language;
    this.creditLimit = creditLimit;
    this.availableCreditLimit = availableCreditLimit;
    this.users = users;
    this.customers = customers;
    this.invoices = invoices;
    this.proformas = proformas;
    this.terms = terms;
    this.lowerCaseNames =
        Stream.of(code, companyName, email.text())
            .map(text -> text.toLowerCase(Locale.ROOT))
            .toList();
    this.userByEmail = Index.by(Person::email, users.stream());
    this.invoiceByNumber =
        Index.by(Invoice::number, Stream.of(invoices, proformas).flatMap(List::stream));
  }

  /** What the merchant calls it by. */
  public String code() {
    return code;
  }

  /** Whether the partnership is in force; nobody signs in to one that is not. */
  public boolean active() {
    return active;
  }

  /** Whether its code, name or address has that text in it, which is in lower case. */
  boolean mentions(String lowerCaseText) {
    return lowerCaseNames.stream().anyMatch(name -> name.contains(lowerCaseText));
  }

  public String companyName() {
    return companyName;
  }

  /** The company's address, which need not be a user's. */
  public EmailAddress email() {
    return email;
  }

  /** Two letters of ISO 639-1. */
  public String language() {
    return language;
  }

  /** How much the merchant lends; its currency is the partner's. */
  public Money creditLimit() {
    return creditLimit;
  }

  /** How much of the credit limit is left. */
  public Money availableCreditLimit() {
    return availableCreditLimit;
  }

  /** Who may sign in to its control panel. */
  public List<Person> users() {
    return users;
  }

  /** The user with that address, in any letter case. */
  public Optional<Person> user(EmailAddress address) {
    return Optional.ofNullable(userByEmail.get(address));
  }

  /** References of the merchant's customers that bought through it. */
  public List<String> customers() {
    return customers;
  }

  /** The bills between merchant and partner. */
  public List<Invoice> invoices() {
    return invoices;
  }

  /** Bills to come. */
  public List<Invoice> proformas() {
    return proformas;
  }

  /** The invoice or proforma of that number. */
  public Optional<Invoice> invoice(String number) {
    return Optional.ofNullable(invoiceByNumber.get(number));
  }

  /** What the two agreed on. */
  public List<PartnershipTerm> terms() {
    return terms;
  }

  @Override
  public String toString() {
    return "Partner[" + code + "]";
  }
}
