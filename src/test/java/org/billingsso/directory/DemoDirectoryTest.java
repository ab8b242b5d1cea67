package org.billingsso.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.billingsso.chargebee.PortalUser;
import org.billingsso.chargebee.Site;
import org.billingsso.chargebee.SiteCustomer;
import org.billingsso.chargebee.Sites;
import org.billingsso.fusebill.FusebillAccount;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.gateway.Platforms;
import org.billingsso.planhat.AccessShape;
import org.billingsso.planhat.Company;
import org.billingsso.planhat.EndUser;
import org.billingsso.planhat.IssueShape;
import org.billingsso.planhat.Tenant;
import org.billingsso.planhat.Tenants;
import org.billingsso.twocheckout.Customer;
import org.billingsso.twocheckout.Merchant;
import org.billingsso.twocheckout.Merchants;
import org.billingsso.twocheckout.Partner;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The accounts that the documentation, the samples and the tests of this project speak of. */
class DemoDirectoryTest {
  private static final Directory DEMO = Platforms.DIRECTORY.demo();

  @Nested
  class TheMerchants {
    private final Merchant demoshop =
        DEMO.section(Merchants.SECTION).find("DEMOSHOP").orElseThrow();
    private final Merchant othershop =
        DEMO.section(Merchants.SECTION).find("OTHERSHOP").orElseThrow();

    @Test
    void haveTheirSecretKeys() {
      assertThat(demoshop.secretKey()).isEqualTo(Secret.of("demo-secret-key"));
      assertThat(othershop.secretKey()).isEqualTo(Secret.of("other-secret-key"));
    }

    @Test
    void haveAdaWithTwoSubscriptionsAndGraceWithOne() {
      Customer ada = demoshop.customer("352365983").orElseThrow();
      assertThat(ada.person().fullName()).isEqualTo("Ada Lovelace");
      assertThat(ada.person().email()).isEqualTo(new EmailAddress("ada@example.com"));
      assertThat(ada.billing().subscriptions())
          .extracting(Subscription::reference, subscription -> subscription.product().name())
          .containsExactly(
              tuple("DC47E143FA", "Antivirus Pro"), tuple("115D3F5ED1", "Cloud Backup"));
      assertThat(demoshop.customerByExternalReference("CRM-1001")).contains(ada);

      Customer grace = demoshop.customerByExternalReference("CRM-1002").orElseThrow();
      assertThat(grace.reference()).isEqualTo("352365984");
      assertThat(grace.person().fullName()).isEqualTo("Grace Hopper");
      assertThat(demoshop.holderOf(demoshop.subscription("8AF9A9DC95").orElseThrow()))
          .isEqualTo(grace);
    }

    @Test
    void haveTheirPartnersWithTheirUsers() {
      assertThat(demoshop.partners())
          .extracting(Partner::code, Partner::active, DemoDirectoryTest::emails)
          .containsExactly(
              tuple(
                  "PARTNER01", true, List.of("admin@partner01.example", "sales@partner01.example")),
              tuple("PARTNER02", true, List.of("admin@partner02.example")),
              tuple("PARTNER99", false, List.of("admin@partner99.example")));
      assertThat(othershop.partners())
          .extracting(Partner::code, DemoDirectoryTest::emails)
          .containsExactly(tuple("PARTNER01", List.of("admin@partner01.example")));
    }

    @Test
    void cannotSeeEachOther() {
      assertThat(demoshop.customer("700000001")).isEmpty();
      assertThat(demoshop.subscription("F00DF00D01")).isEmpty();
      assertThat(othershop.customer("352365983")).isEmpty();
      assertThat(othershop.customerByExternalReference("CRM-1001")).isEmpty();
      assertThat(othershop.subscription("DC47E143FA")).isEmpty();
      assertThat(othershop.order("11223344")).isEmpty();
      assertThat(othershop.partner("PARTNER02")).isEmpty();
      Partner there = othershop.partner("PARTNER01").orElseThrow();
      assertThat(there.user(new EmailAddress("sales@partner01.example"))).isEmpty();
      assertThat(there.invoice("P01-2026-07")).isEmpty();
      assertThat(othershop.customersOf(there))
          .extracting(Customer::reference)
          .containsExactly("700000001");
    }
  }

  @Nested
  class TheSites {
    private final Site demo =
        DEMO.section(Sites.SECTION).ofKey(Secret.of("test_demo_key")).orElseThrow();

    @Test
    void areFoundByTheirKeysAndSeeTheirOwnCustomersOnly() {
      Site other = DEMO.section(Sites.SECTION).ofKey(Secret.of("test_other_key")).orElseThrow();
      assertThat(demo).isSameAs(DEMO.section(Sites.SECTION).find("demo").orElseThrow());
      assertThat(other).isSameAs(DEMO.section(Sites.SECTION).find("other").orElseThrow());
      assertThat(demo.customers())
          .extracting(SiteCustomer::id)
          .containsExactly("cb_ada", "cb_ada_team", "cb_grace");
      assertThat(other.customer("cb_other")).isPresent();
      assertThat(demo.customer("cb_other")).isEmpty();
      assertThat(other.customer("cb_ada")).isEmpty();
    }

    @Test
    void linkCustomersByTheirAddress() {
      assertThat(demo.customersWithEmail(new EmailAddress("Ada@Example.com")))
          .extracting(SiteCustomer::id)
          .containsExactly("cb_ada", "cb_ada_team");
      assertThat(demo.customersWithEmail(new EmailAddress("nobody@example.com"))).isEmpty();
    }

    @Test
    void haveDomainsAndPortalUsers() {
      assertThat(demo.portalThroughApi()).isTrue();
      assertThat(demo.whitelistedDomains())
          .containsExactly("localhost", "127.0.0.1", "example.com");
      assertThat(demo.portalUsers())
          .extracting(user -> user.email().text(), PortalUser::password)
          .containsExactly(
              tuple("ada@example.com", Secret.of("portal-demo")),
              tuple("grace@example.com", Secret.of("portal-demo")));
    }
  }

  @Nested
  class TheTenant {
    private final Tenant tenant =
        DEMO.section(Tenants.SECTION).ofToken(Secret.of("planhat-demo-token")).orElseThrow();

    @Test
    void findsItsEndUsersByEveryId() {
      EndUser ada = tenant.endUser("5d81eb28aeeafc7a74d8f901").orElseThrow();
      assertThat(tenant.endUserByExternalId("ada")).contains(ada);
      assertThat(tenant.endUserBySourceId("crm-ada")).contains(ada);
      assertThat(tenant.endUserByExternalId("grace").orElseThrow().id())
          .isEqualTo("5d81eb28aeeafc7a74d8f902");
      assertThat(tenant.endUserByExternalId("alan").orElseThrow().id())
          .isEqualTo("5d81eb28aeeafc7a74d8f903");
    }

    @Test
    void letsInAdaButNeitherGraceWhoIsNotListedNorAlanWhoIsArchived() {
      Function<String, Boolean> access =
          id -> tenant.portalOf(tenant.endUserByExternalId(id).orElseThrow()).isPresent();
      assertThat(Stream.of("ada", "grace", "alan").map(access)).containsExactly(true, false, false);
      assertThat(tenant.endUserByExternalId("alan").orElseThrow().archived()).isTrue();
    }

    @Test
    void answersInTheUsualShapes() {
      assertThat(tenant.issueShape()).isEqualTo(IssueShape.TEXT);
      assertThat(tenant.accessShape()).isEqualTo(AccessShape.BOOLEAN);
      assertThat(tenant.token(Secret.of("planhat-demo-token")))
          .hasValueSatisfying(token -> assertThat(token.sharesPortals()).isTrue());
    }
  }

  @Test
  void theAccountIsFoundByBothKeys() {
    FusebillAccount account =
        DEMO.section(FusebillAccounts.SECTION).ofKey(Secret.of("MDpERU1PS0VZ")).orElseThrow();
    assertThat(DEMO.section(FusebillAccounts.SECTION).ofKey(Secret.of("MDpERU1PS0VZMg==")))
        .containsSame(account);
    assertThat(DEMO.section(FusebillAccounts.SECTION).ofKey(Secret.of("MDpERU1PS0VZMg"))).isEmpty();
    assertThat(account.customer(1001).orElseThrow().person().firstName()).isEqualTo("Ada");
    assertThat(account.customer(1002).orElseThrow().person().firstName()).isEqualTo("Grace");
    assertThat(account.customer(1003)).isEmpty();
    assertThat(account.loginUrl()).isEmpty();
  }

  @Test
  void everybodyHasBillingDataToShow() {
    Stream<AccountHolder> everybody =
        Stream.of(
                DEMO.section(Merchants.SECTION).all().stream().map(Merchant::customers),
                DEMO.section(Sites.SECTION).all().stream().map(Site::customers),
                DEMO.section(Tenants.SECTION).all().stream()
                    .flatMap(t -> t.companies().stream())
                    .map(Company::endUsers),
                DEMO.section(FusebillAccounts.SECTION).all().stream()
                    .map(FusebillAccount::customers))
            .flatMap(lists -> lists)
            .flatMap(List::stream);
    assertThat(everybody.map(AccountHolder::billing))
        .hasSize(12)
        .allSatisfy(
            billing -> {
              assertThat(billing.invoices()).hasSize(2);
              assertThat(billing.card().orElseThrow().lastFour()).isEqualTo("4242");
              assertThat(billing.address()).isPresent();
              assertThat(billing.subscriptions()).isNotEmpty();
            });
  }

  @Test
  void everySubscriptionOfAMerchantWasBoughtWithAnOrder() {
    for (Merchant merchant : DEMO.section(Merchants.SECTION).all()) {
      for (Customer customer : merchant.customers()) {
        assertThat(customer.billing().subscriptions())
            .allSatisfy(bought -> assertThat(merchant.orderOf(bought)).isPresent());
      }
    }
  }

  @Test
  void theActivePartnersHaveSomethingOnEveryPage() {
    assertThat(
            DEMO.section(Merchants.SECTION).all().stream()
                .flatMap(merchant -> merchant.partners().stream())
                .filter(Partner::active))
        .isNotEmpty()
        .allSatisfy(
            partner -> {
              assertThat(partner.customers()).isNotEmpty();
              assertThat(partner.invoices()).hasSize(2);
              assertThat(partner.terms()).isNotEmpty();
            });
  }

  @Test
  void subscriptionsAreInForceForYears() {
    Billing ada =
        DEMO.section(Sites.SECTION)
            .find("demo")
            .orElseThrow()
            .customer("cb_ada")
            .orElseThrow()
            .billing();
    assertThat(ada.activeOn(LocalDate.of(2026, 1, 4))).isFalse();
    assertThat(ada.activeOn(LocalDate.of(2030, 12, 31))).isTrue();
  }

  private static List<String> emails(Partner partner) {
    return partner.users().stream().map(user -> user.email().text()).toList();
  }
}
