package org.billingsso.fusebill;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;
import org.billingsso.directory.Index;
import org.billingsso.directory.Secret;
import org.billingsso.http.InvalidUrlException;
import org.billingsso.http.Strictness;
import org.billingsso.http.WebUrl;

/** A Fusebill account: its keys and whom they see. Nothing here reaches another account. */
public final class FusebillAccount {
  private final String name;
  private final List<Secret> apiKeys;
  private final Optional<WebUrl> loginUrl;
  private final List<AccountCustomer> customers;
  private final Map<Integer, AccountCustomer> customerById;

  FusebillAccount(
      @Description("what tells it from other accounts in this file; not on the wire") String name,
      @Description("the keys as they are issued, which is already in base64") List<Secret> apiKeys,
      @Description("where a browser goes whose token let nobody in") Optional<URI> loginUrl,
      List<AccountCustomer> customers) {
    this.name = name;
    this.apiKeys = apiKeys;
    this.loginUrl = loginUrl.map(FusebillAccount::webUrl);
    this.customers = customers;
    this.customerById = Index.by(AccountCustomer::id, customers.stream());
  }

  /** What tells it from other accounts in this directory; not on the wire. */
  public String name() {
    return name;
  }

  /** The keys as they are issued, which is already in base64. */
  public List<Secret> apiKeys() {
    return apiKeys;
  }

  /** Where a browser goes whose token let it nobody in. */
  public Optional<WebUrl> loginUrl() {
    return loginUrl;
  }

  public List<AccountCustomer> customers() {
    return customers;
  }

  public Optional<AccountCustomer> customer(int id) {
    return Optional.ofNullable(customerById.get(id));
  }

  private static WebUrl webUrl(URI url) {
    try {
      return WebUrl.parse(url.toString(), Strictness.LENIENT);
    } catch (InvalidUrlException refused) {
      throw new InvalidValueException("loginUrl", refused.sentence());
    }
  }

  @Override
  public String toString() {
    return "FusebillAccount[" + name + "]";
  }
}
