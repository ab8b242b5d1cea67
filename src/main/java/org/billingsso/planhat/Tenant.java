package org.billingsso.planhat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.Index;
import org.billingsso.directory.Secret;

/** A Planhat tenant: its tokens and whom they see. Nothing here reaches another tenant. */
public final class Tenant {
  private final String name;
  private final List<ApiToken> tokens;
  private final IssueShape issueShape;
  private final AccessShape accessShape;
  private final List<Company> companies;
  private final Map<String, ApiToken> tokenByFingerprint;
  private final Map<String, EndUser> endUserById;
  private final Map<String, EndUser> endUserByExternalId;
  private final Map<String, EndUser> endUserBySourceId;
  private final Map<String, Company> companyByEndUser;
  private final Map<String, SharedPortal> openPortalByEndUser;

  Tenant(
      @Description("what tells it from other tenants in this file; not on the wire") String name,
      @Description("what its back ends present") List<ApiToken> tokens,
      @Description("how the answer to an issued link is written") @Default("text")
          IssueShape issueShape,
      @Description("how the answer to an access check is written") @Default("boolean")
          AccessShape accessShape,
      @Description("its customers") List<Company> companies) {
    this.name = name;
    this.tokens = tokens;
    this.issueShape = issueShape;
    this.accessShape = accessShape;
    this.companies = companies;
    this.tokenByFingerprint = Index.by(token -> token.token().fingerprint(), tokens.stream());
    this.endUserById = Index.by(EndUser::id, endUsers(companies));
    this.endUserByExternalId = Index.byOptional(EndUser::externalId, endUsers(companies));
    this.endUserBySourceId = Index.byOptional(EndUser::sourceId, endUsers(companies));
    this.companyByEndUser =
        Index.byEach(
            company -> company.endUsers().stream().map(EndUser::id).toList(), companies.stream());
    this.openPortalByEndUser = Index.byEach(SharedPortal::endUsers, openPortals(companies));
  }

  private static Stream<SharedPortal> openPortals(List<Company> companies) {
    return companies.stream()
        .flatMap(company -> company.portal().stream())
        .filter(SharedPortal::enabled);
  }

  private static Stream<EndUser> endUsers(List<Company> companies) {
    return companies.stream().map(Company::endUsers).flatMap(List::stream);
  }

  /** What tells it from other tenants in this directory; not on the wire. */
  public String name() {
    return name;
  }

  public List<ApiToken> tokens() {
    return tokens;
  }

  public Optional<ApiToken> token(Secret token) {
    return Optional.ofNullable(tokenByFingerprint.get(token.fingerprint()));
  }

  public IssueShape issueShape() {
    return issueShape;
  }

  public AccessShape accessShape() {
    return accessShape;
  }

  public List<Company> companies() {
    return companies;
  }

  public Optional<EndUser> endUser(String id) {
    return Optional.ofNullable(endUserById.get(id));
  }

  public Optional<EndUser> endUserByExternalId(String id) {
    return Optional.ofNullable(endUserByExternalId.get(id));
  }

  public Optional<EndUser> endUserBySourceId(String id) {
    return Optional.ofNullable(endUserBySourceId.get(id));
  }

  /** The company that the end user belongs to. */
  public Optional<Company> companyOf(EndUser endUser) {
    return Optional.ofNullable(companyByEndUser.get(endUser.id()));
  }

  /** The company's portal, where it is enabled and lists the end user, who is not archived. */
  public Optional<SharedPortal> portalOf(EndUser endUser) {
    return endUser.archived()
        ? Optional.empty()
        : Optional.ofNullable(openPortalByEndUser.get(endUser.id()));
  }

  @Override
  public String toString() {
    return "Tenant[" + name + "]";
  }
}
