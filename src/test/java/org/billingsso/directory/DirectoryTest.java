package org.billingsso.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.billingsso.Accounts;
import org.billingsso.chargebee.Sites;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.planhat.EndUser;
import org.billingsso.planhat.Tenant;
import org.billingsso.planhat.Tenants;
import org.billingsso.twocheckout.Customer;
import org.billingsso.twocheckout.Merchant;
import org.billingsso.twocheckout.Merchants;
import org.billingsso.twocheckout.Partner;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is found in a directory, by what, and what is not. */
class DirectoryTest {
  private static final String DIRECTORY =
      """
      twocheckout:
        merchants:
          - code: SHOP
            secretKey: shop key
            customers:
              - reference: 1
                person: { firstName: Ada, lastName: Lovelace, email: ada@example.com }
                billing:
                  subscriptions:
                    - { reference: Mine, product: &it { code: P, name: Q }, price: 1 EUR, startDate: 2026-01-01 }
                    - { reference: Free, product: *it, price: 0 EUR, startDate: 2026-01-01 }
                orders:
                  - { reference: O1, placedOn: 2026-01-01, total: 1 EUR, subscriptions: [Mine] }
              - reference: 2
                person: { firstName: Grace, lastName: Hopper, email: grace@example.com }
                sharedSubscriptions: [Mine]
            partners:
              - code: P1
                companyName: Partner
                email: office@partner.example
                creditLimit: 1 EUR
                availableCreditLimit: 1 EUR
                users: [{ firstName: Al, lastName: A, email: al@partner.example }]
                customers: [2, 1]
                invoices:
                  - { number: I1, issuedOn: 2026-01-01, description: D, amount: 2 EUR, status: due }
                proformas:
                  - { number: I2, issuedOn: 2026-01-01, description: D, amount: 3 EUR, status: due }
          - code: OTHER
            secretKey: other key
            customers:
              - reference: 1
                person: { firstName: Eve, lastName: Else, email: ada@example.com }
      planhat:
        tenants:
          - name: north
            tokens: [{ token: may }, { token: may not, sharesPortals: false }]
            companies:
              - name: Without a portal
                endUsers: [{ id: 00000000000000000000000a, person: &ada { firstName: A, lastName: L, email: ada@example.com } }]
              - name: With a portal that is closed
                portal: { slug: closed, name: Closed, enabled: false, endUsers: [00000000000000000000000b] }
                endUsers: [{ id: 00000000000000000000000b, person: *ada }]
              - name: With a portal that is open
                portal: { slug: open, name: Open, endUsers: [00000000000000000000000c, 00000000000000000000000d] }
                endUsers:
                  - { id: 00000000000000000000000c, person: *ada }
                  - { id: 00000000000000000000000d, person: *ada, archived: true }
                  - { id: 00000000000000000000000e, person: *ada }
      """;

  private final Directory directory = Accounts.directory(DIRECTORY);
  private final Merchant shop = directory.section(Merchants.SECTION).find("SHOP").orElseThrow();
  private final Merchant other = directory.section(Merchants.SECTION).find("OTHER").orElseThrow();

  @Nested
  class ASubscription {
    private final Subscription mine = shop.subscription("Mine").orElseThrow();

    @Test
    void isFoundByExactlyItsReference() {
      assertThat(shop.subscription("mine")).isEmpty();
      assertThat(shop.subscription("Mine ")).isEmpty();
    }

    @Test
    void isOpenToItsHolderAndToWhomItIsSharedWith() {
      assertThat(shop.holderOf(mine).reference()).isEqualTo("1");
      assertThat(shop.customersOf(mine)).extracting(Customer::reference).containsExactly("1", "2");
    }

    @Test
    void knowsItsOrderIfAnOrderNamesIt() {
      assertThat(shop.orderOf(mine)).isPresent().isEqualTo(shop.order("O1"));
      assertThat(shop.orderOf(shop.subscription("Free").orElseThrow())).isEmpty();
    }

    @Test
    void belongsToNobodyAtAnotherMerchant() {
      assertThat(other.subscription("Mine")).isEmpty();
      assertThat(other.customersOf(mine)).isEmpty();
      assertThat(other.orderOf(mine)).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> other.holderOf(mine));
    }
  }

  @Nested
  class APartner {
    private final Partner partner = shop.partner("P1").orElseThrow();

    @Test
    void findsAUserInAnyLetterCase() {
      assertThat(partner.user(new EmailAddress("AL@Partner.Example")))
          .hasValueSatisfying(user -> assertThat(user.firstName()).isEqualTo("Al"));
      assertThat(partner.user(new EmailAddress("office@partner.example"))).isEmpty();
    }

    @Test
    void findsInvoicesAndProformasByTheirNumber() {
      assertThat(partner.invoice("I1")).contains(partner.invoices().get(0));
      assertThat(partner.invoice("I2")).contains(partner.proformas().get(0));
      assertThat(partner.invoice("I3")).isEmpty();
    }

    @Test
    void hasItsMerchantsCustomersInItsOwnOrder() {
      assertThat(shop.customersOf(partner))
          .extracting(Customer::reference)
          .containsExactly("2", "1");
    }
  }

  @Test
  void merchantsMayUseTheSameReferenceForDifferentPeople() {
    assertThat(shop.customer("1").orElseThrow().person().firstName()).isEqualTo("Ada");
    assertThat(other.customer("1").orElseThrow().person().firstName()).isEqualTo("Eve");
    assertThat(other.customer("2")).isEmpty();
  }

  @Nested
  class AnEndUser {
    private final Tenant tenant =
        directory.section(Tenants.SECTION).ofToken(Secret.of("may")).orElseThrow();

    @Test
    void hasAccessToAnOpenPortalThatListsIt() {
      EndUser listed = tenant.endUser("00000000000000000000000c").orElseThrow();
      assertThat(tenant.companyOf(listed).orElseThrow().name())
          .isEqualTo("With a portal that is open");
      assertThat(tenant.portalOf(listed).orElseThrow().slug()).isEqualTo("open");
    }

    @Test
    void hasNoneWithoutAPortalOrWhileItIsClosedOrArchivedOrNotListed() {
      assertThat("abde".chars().mapToObj(end -> "0".repeat(23) + (char) end))
          .allSatisfy(
              id -> assertThat(tenant.portalOf(tenant.endUser(id).orElseThrow())).isEmpty());
    }

    @Test
    void isSeenWithEveryTokenButSharedOnlyWithPermission() {
      Secret lacking = Secret.of("may not");
      assertThat(directory.section(Tenants.SECTION).ofToken(lacking)).containsSame(tenant);
      assertThat(tenant.token(lacking).orElseThrow().sharesPortals()).isFalse();
      assertThat(tenant.token(Secret.of("may")).orElseThrow().sharesPortals()).isTrue();
      assertThat(tenant.token(Secret.of("May"))).isEmpty();
    }
  }

  @Test
  void handsOutListsThatNobodyCanChange() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> directory.section(Merchants.SECTION).all().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> shop.customersOf(shop.subscription("Mine").orElseThrow()).clear());
  }

  @Test
  void findsNobodyByAKeyThatNobodyHas() {
    Secret unknown = Secret.of("unknown");
    assertThat(directory.section(Sites.SECTION).ofKey(unknown)).isEmpty();
    assertThat(directory.section(Tenants.SECTION).ofToken(unknown)).isEmpty();
    assertThat(directory.section(FusebillAccounts.SECTION).ofKey(unknown)).isEmpty();
    assertThat(directory.section(Merchants.SECTION).find("shop")).isEmpty();
  }
}
