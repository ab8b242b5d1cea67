package org.billingsso.planhat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.config.Description;
import org.billingsso.config.Rule;
import org.billingsso.config.Section;
import org.billingsso.directory.Index;
import org.billingsso.directory.Secret;

/** The Planhat tenants that exist. */
public final class Tenants {
  private static final String TENANT = "tenants[]";
  private static final String COMPANY = TENANT + ".companies[]";

  /** Where the directory has them. */
  public static final Section<Tenants> SECTION =
      Section.of(
          "planhat",
          Tenants.class,
          List.of(
              Rule.unique("", TENANT + ".name"),
              Rule.unique("", TENANT + ".tokens[].token"),
              Rule.unique("", COMPANY + ".portal.slug"),
              Rule.unique(TENANT, "companies[].endUsers[].id"),
              Rule.unique(TENANT, "companies[].endUsers[].externalId"),
              Rule.unique(TENANT, "companies[].endUsers[].sourceId"),
              Rule.known(
                  COMPANY,
                  "portal.endUsers[]",
                  "endUsers[].id",
                  "names no end user of this company"),
              Rule.matching(COMPANY + ".endUsers[].id", "[0-9a-f]{24}", "must be 24 hex digits"),
              Rule.matching(
                  COMPANY + ".portal.slug",
                  "[a-z0-9-]+",
                  "must be small letters, digits and hyphens")));

  private final List<Tenant> all;
  private final Map<String, Tenant> byName;
  private final Map<String, Tenant> byToken;

  Tenants(@Description("the tenants") List<Tenant> tenants) {
    this.all = tenants;
    this.byName = Index.by(Tenant::name, tenants.stream());
    this.byToken =
        Index.bySecrets(
            tenant -> tenant.tokens().stream().map(ApiToken::token).toList(), tenants.stream());
  }

  /** All, in the order of the directory. */
  public List<Tenant> all() {
    return all;
  }

  /** The tenant of exactly that name. */
  public Optional<Tenant> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The tenant that an API token belongs to. */
  public Optional<Tenant> ofToken(Secret token) {
    return Optional.ofNullable(byToken.get(token.fingerprint()));
  }
}
