package org.billingsso.chargebee;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Index;
import org.billingsso.directory.Secret;

/** A Chargebee site: its keys and whom they see. Nothing here reaches another site. */
public final class Site {
  private final String name;
  private final List<Secret> apiKeys;
  private final List<String> whitelistedDomains;
  private final boolean portalThroughApi;
  private final List<SiteCustomer> customers;
  private final List<PortalUser> portalUsers;
  private final Map<String, SiteCustomer> customerById;
  private final Map<EmailAddress, List<SiteCustomer>> customersByEmail;
  private final Map<EmailAddress, PortalUser> portalUserByEmail;

  Site(
      @Description("the label that a host name begins with where there are several sites")
          String name,
      @Description("what its back ends present") List<Secret> apiKeys,
      @Description("bare domains and addresses to which the portal login may send a browser")
          List<String> whitelistedDomains,
      @Description("whether the API may make portal sessions") @Default("true")
          boolean portalThroughApi,
      @Description("those with the same e-mail address are linked") List<SiteCustomer> customers,
      @Description("who may sign in to the portal with a password") List<PortalUser> portalUsers) {
    this.name = name;
    this.apiKeys = apiKeys;
    this.whitelistedDomains = whitelistedDomains;
    this.portalThroughApi = portalThroughApi;
    this.customers = customers;
    this.portalUsers = portalUsers;
    this.customerById = Index.by(SiteCustomer::id, customers.stream());
    this.customersByEmail = Index.groups(customer -> customer.person().email(), customers.stream());
    this.portalUserByEmail = Index.by(PortalUser::email, portalUsers.stream());
  }

  /** The label that a host name begins with where there are several sites. */
  public String name() {
    return name;
  }

  public List<Secret> apiKeys() {
    return apiKeys;
  }

  /** Bare domains and addresses to which the portal login may send a browser. */
  public List<String> whitelistedDomains() {
    return whitelistedDomains;
  }

  /** Whether the API may make portal sessions. */
  public boolean portalThroughApi() {
    return portalThroughApi;
  }

  public List<SiteCustomer> customers() {
    return customers;
  }

  public Optional<SiteCustomer> customer(String id) {
    return Optional.ofNullable(customerById.get(id));
  }

  /** The customers that are linked by an e-mail address, in the order of the file. */
  public List<SiteCustomer> customersWithEmail(EmailAddress email) {
    return customersByEmail.getOrDefault(email, List.of());
  }

  public List<PortalUser> portalUsers() {
    return portalUsers;
  }

  /** The user with that address, in any letter case. */
  public Optional<PortalUser> portalUser(EmailAddress email) {
    return Optional.ofNullable(portalUserByEmail.get(email));
  }

  @Override
  public String toString() {
    return "Site[" + name + "]";
  }
}
