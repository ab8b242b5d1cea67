package org.billingsso.toy;

import java.util.List;
import java.util.Optional;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;
import org.billingsso.config.Rule;
import org.billingsso.config.Section;
import org.billingsso.directory.Index;
import org.billingsso.directory.Person;
import org.billingsso.directory.Secret;
import org.billingsso.signon.Subject;

/** The shops that exist: the platform's section of the directory. */
public record ToyShops(@Description("the shops") List<ToyShop> shops) {
  static final Section<ToyShops> SECTION =
      Section.of(
          "toy",
          ToyShops.class,
          List.of(
              Rule.unique("", "shops[].name"),
              Rule.unique("", "shops[].apiKey"),
              Rule.unique("shops[]", "customers[].number")));

  /** A shop, with the key that its back end calls with. */
  public record ToyShop(String name, Secret apiKey, List<ToyCustomer> customers) {
    Optional<ToyCustomer> customer(String number) {
      return Optional.ofNullable(Index.by(ToyCustomer::number, customers.stream()).get(number));
    }
  }

  /** A customer, and what its page shows. */
  public record ToyCustomer(
      String number, Person person, @Description("how many toys it has") int toys) {
    public ToyCustomer {
      if (toys < 0) {
        throw new InvalidValueException("toys", "must not be negative");
      }
    }
  }

  Optional<ToyShop> ofKey(Secret apiKey) {
    return Optional.ofNullable(Index.by(ToyShop::apiKey, shops.stream()).get(apiKey));
  }

  /** The customer that a link or session is about, as long as it is there. */
  Optional<ToyCustomer> find(Subject subject) {
    return Optional.ofNullable(Index.by(ToyShop::name, shops.stream()).get(subject.tenant()))
        .flatMap(shop -> shop.customer(subject.account()));
  }
}
