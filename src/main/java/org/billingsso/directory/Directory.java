package org.billingsso.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts that exist, on all platforms. Immutable; lookups by key or token are keyed by its
 * SHA-256, so that their time tells nothing about the secret.
 */
public final class Directory {
  private final TwoCheckout twocheckout;
  private final Chargebee chargebee;
  private final Planhat planhat;
  private final Fusebill fusebill;
  private final Map<String, Merchant> merchantByCode;
  private final Map<String, Site> siteByName;
  private final Map<String, Site> siteByKey;
  private final Map<String, Tenant> tenantByName;
  private final Map<String, Tenant> tenantByToken;
  private final Map<String, Account> accountByName;
  private final Map<String, Account> accountByKey;

  record TwoCheckout(List<Merchant> merchants) {}

  record Chargebee(List<Site> sites) {}

  record Planhat(List<Tenant> tenants) {}

  record Fusebill(List<Account> accounts) {}

  Directory(
      @Default("{}") TwoCheckout twocheckout,
      @Default("{}") Chargebee chargebee,
      @Default("{}") Planhat planhat,
      @Default("{}") Fusebill fusebill) {
    this.twocheckout = twocheckout;
    this.chargebee = chargebee;
    this.planhat = planhat;
    this.fusebill = fusebill;
    this.merchantByCode = Index.by(Merchant::code, merchants().stream());
    this.siteByName = Index.by(Site::name, sites().stream());
    this.siteByKey = Index.byEach(site -> fingerprints(site.apiKeys()), sites().stream());
    this.tenantByName = Index.by(Tenant::name, tenants().stream());
    this.tenantByToken =
        Index.byEach(
            tenant -> fingerprints(tenant.tokens().stream().map(ApiToken::token).toList()),
            tenants().stream());
    this.accountByName = Index.by(Account::name, accounts().stream());
    this.accountByKey =
        Index.byEach(account -> fingerprints(account.apiKeys()), accounts().stream());
  }

  private static List<String> fingerprints(List<Secret> secrets) {
    return secrets.stream().map(Secret::fingerprint).toList();
  }

  /** The 2Checkout merchants, in the order of the file. */
  public List<Merchant> merchants() {
    return twocheckout.merchants();
  }

  public Optional<Merchant> merchant(String code) {
    return Optional.ofNullable(merchantByCode.get(code));
  }

  /** The Chargebee sites, in the order of the file. */
  public List<Site> sites() {
    return chargebee.sites();
  }

  public Optional<Site> site(String name) {
    return Optional.ofNullable(siteByName.get(name));
  }

  /** The Chargebee site that an API key belongs to. */
  public Optional<Site> siteOfKey(Secret apiKey) {
    return Optional.ofNullable(siteByKey.get(apiKey.fingerprint()));
  }

  /** The Planhat tenants, in the order of the file. */
  public List<Tenant> tenants() {
    return planhat.tenants();
  }

  public Optional<Tenant> tenant(String name) {
    return Optional.ofNullable(tenantByName.get(name));
  }

  /** The Planhat tenant that an API token belongs to. */
  public Optional<Tenant> tenantOfToken(Secret token) {
    return Optional.ofNullable(tenantByToken.get(token.fingerprint()));
  }

  /** The Fusebill accounts, in the order of the file. */
  public List<Account> accounts() {
    return fusebill.accounts();
  }

  public Optional<Account> account(String name) {
    return Optional.ofNullable(accountByName.get(name));
  }

  /** The Fusebill account that an API key, as it was issued, belongs to. */
  public Optional<Account> accountOfKey(Secret apiKey) {
    return Optional.ofNullable(accountByKey.get(apiKey.fingerprint()));
  }
}
