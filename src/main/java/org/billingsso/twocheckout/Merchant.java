package org.billingsso.twocheckout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.config.Description;
import org.billingsso.directory.Index;
import org.billingsso.directory.Product;
import org.billingsso.directory.Secret;
import org.billingsso.directory.Subscription;

/** A 2Checkout vendor account and everybody in it. Nothing here reaches another merchant. */
public final class Merchant {
  private final String code;
  private final Secret secretKey;
  private final List<Customer> customers;
  private final List<Partner> partners;
  private final Map<String, Customer> customerByReference;
  private final Map<String, Customer> customerByExternalReference;
  private final Map<String, Subscription> subscriptionByReference;
  private final Map<String, List<Customer>> customersBySubscription;
  private final Map<String, Order> orderByReference;
  private final Map<String, Order> orderBySubscription;
  private final Map<String, Partner> partnerByCode;
  private final Map<String, Product> productByCode = new HashMap<>();

  Merchant(
      @Description("what the merchant logs in with") String code,
      @Description("the key of the login hash") Secret secretKey,
      @Description("its shoppers") List<Customer> customers,
      @Description("its resellers") List<Partner> partners) {
    this.code = code;
    this.secretKey = secretKey;
    this.customers = customers;
    this.partners = partners;
    this.customerByReference = Index.by(Customer::reference, customers.stream());
    this.customerByExternalReference =
        Index.byOptional(Customer::externalReference, customers.stream());
    this.subscriptionByReference =
        Index.by(
            Subscription::reference,
            customers.stream().flatMap(customer -> customer.billing().subscriptions().stream()));
    this.customersBySubscription = customersBySubscription(customers);
    this.orderByReference = Index.by(Order::reference, orders(customers));
    this.orderBySubscription = Index.byEach(Order::subscriptions, orders(customers));
    this.partnerByCode = Index.by(Partner::code, partners.stream());
    subscriptionByReference
        .values()
        .forEach(held -> productByCode.putIfAbsent(held.product().code(), held.product()));
  }

  private static Map<String, List<Customer>> customersBySubscription(List<Customer> customers) {
    Map<String, List<Customer>> bySubscription = new LinkedHashMap<>();
    for (Customer holder : customers) {
      for (Subscription held : holder.billing().subscriptions()) {
        bySubscription.computeIfAbsent(held.reference(), any -> new ArrayList<>(1)).add(holder);
      }
    }
    for (Customer guest : customers) {
      for (String shared : guest.sharedSubscriptions()) {
        bySubscription.computeIfAbsent(shared, any -> new ArrayList<>(1)).add(guest);
      }
    }
    bySubscription.replaceAll((reference, people) -> List.copyOf(people));
    return bySubscription;
  }

  private static Stream<Order> orders(List<Customer> customers) {
    return customers.stream().flatMap(customer -> customer.orders().stream());
  }

  /** What the merchant logs in with. */
  public String code() {
    return code;
  }

  /** The key of the login hash. */
  public Secret secretKey() {
    return secretKey;
  }

  public List<Customer> customers() {
    return customers;
  }

  public Optional<Customer> customer(String reference) {
    return Optional.ofNullable(customerByReference.get(reference));
  }

  public Optional<Customer> customerByExternalReference(String reference) {
    return Optional.ofNullable(customerByExternalReference.get(reference));
  }

  /** The subscription of exactly that reference, whoever of this merchant's customers holds it. */
  public Optional<Subscription> subscription(String reference) {
    return Optional.ofNullable(subscriptionByReference.get(reference));
  }

  /**
   * Whoever may open a subscription of this merchant: its holder first, then whom it is shared
   * with.
   */
  public List<Customer> customersOf(Subscription subscription) {
    return customersBySubscription.getOrDefault(subscription.reference(), List.of());
  }

  /**
   * Who pays for a subscription of this merchant.
   *
   * @throws IllegalArgumentException where the subscription is not this merchant's
   */
  public Customer holderOf(Subscription subscription) {
    return customersOf(subscription).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Another merchant's subscription"));
  }

  public Optional<Order> order(String reference) {
    return Optional.ofNullable(orderByReference.get(reference));
  }

  /** The order that bought the subscription. */
  public Optional<Order> orderOf(Subscription subscription) {
    return Optional.ofNullable(orderBySubscription.get(subscription.reference()));
  }

  /** What somebody has bought under that code. */
  Optional<Product> product(String productCode) {
    return Optional.ofNullable(productByCode.get(productCode));
  }

  public List<Partner> partners() {
    return partners;
  }

  /** The partner of that code, active or not. */
  public Optional<Partner> partner(String partnerCode) {
    return Optional.ofNullable(partnerByCode.get(partnerCode));
  }

  /** The customers that bought through a partner of this merchant. */
  public List<Customer> customersOf(Partner partner) {
    return partner.customers().stream().flatMap(reference -> customer(reference).stream()).toList();
  }

  @Override
  public String toString() {
    return "Merchant[" + code + "]";
  }
}
