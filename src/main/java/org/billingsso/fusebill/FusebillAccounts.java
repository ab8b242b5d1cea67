package org.billingsso.fusebill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.config.Description;
import org.billingsso.config.Rule;
import org.billingsso.config.Section;
import org.billingsso.directory.Index;
import org.billingsso.directory.Secret;

/** The Fusebill accounts that exist. */
public final class FusebillAccounts {
  private static final String ACCOUNT = "accounts[]";

  /** Where the directory has them. */
  public static final Section<FusebillAccounts> SECTION =
      Section.of(
          "fusebill",
          FusebillAccounts.class,
          List.of(
              Rule.unique("", ACCOUNT + ".name"),
              Rule.unique("", ACCOUNT + ".apiKeys[]"),
              Rule.unique(ACCOUNT, "customers[].id"),
              Rule.matching(
                  ACCOUNT + ".apiKeys[]",
                  "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
                  "must be base64")));

  private final List<FusebillAccount> all;
  private final Map<String, FusebillAccount> byName;
  private final Map<String, FusebillAccount> byKey;

  FusebillAccounts(@Description("the accounts") List<FusebillAccount> accounts) {
    this.all = accounts;
    this.byName = Index.by(FusebillAccount::name, accounts.stream());
    this.byKey = Index.bySecrets(FusebillAccount::apiKeys, accounts.stream());
  }

  /** All, in the order of the directory. */
  public List<FusebillAccount> all() {
    return all;
  }

  /** The account of exactly that name. */
  public Optional<FusebillAccount> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The account that an API key, as it was issued, belongs to. */
  public Optional<FusebillAccount> ofKey(Secret apiKey) {
    return Optional.ofNullable(byKey.get(apiKey.fingerprint()));
  }
}
