package org.billingsso.chargebee;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.config.Description;
import org.billingsso.config.Rule;
import org.billingsso.config.Section;
import org.billingsso.directory.Index;
import org.billingsso.directory.Secret;

/** The Chargebee sites that exist. */
public final class Sites {
  private static final String SITE = "sites[]";

  /** Where the directory has them. */
  public static final Section<Sites> SECTION =
      Section.of(
          "chargebee",
          Sites.class,
          List.of(
              Rule.unique("", SITE + ".name"),
              Rule.unique("", SITE + ".apiKeys[]"),
              Rule.unique(SITE, "customers[].id"),
              Rule.unique(SITE, "portalUsers[].email").ignoringCase(),
              Rule.known(
                      SITE,
                      "portalUsers[].email",
                      "customers[].person.email",
                      "is no customer's e-mail address")
                  .ignoringCase(),
              Rule.matching(
                  SITE + ".name",
                  "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
                  "must be a label of a host name: small letters, digits and hyphens"),
              Rule.matching(
                  SITE + ".whitelistedDomains[]",
                  "[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?",
                  "must be a bare domain such as example.com"),
              Rule.matching(
                  SITE + ".customers[].id", ".{1,50}", "must have at most 50 characters")));

  private final List<Site> all;
  private final Map<String, Site> byName;
  private final Map<String, Site> byKey;

  Sites(@Description("the sites") List<Site> sites) {
    this.all = sites;
    this.byName = Index.by(Site::name, sites.stream());
    this.byKey = Index.bySecrets(Site::apiKeys, sites.stream());
  }

  /** All, in the order of the directory. */
  public List<Site> all() {
    return all;
  }

  /** The site of exactly that name. */
  public Optional<Site> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The site that an API key belongs to. */
  public Optional<Site> ofKey(Secret apiKey) {
    return Optional.ofNullable(byKey.get(apiKey.fingerprint()));
  }
}
