package org.billingsso.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.billingsso.chargebee.Sites;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.gateway.Platforms;
import org.billingsso.planhat.Tenants;
import org.billingsso.twocheckout.Merchants;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every value type of the directory, and what each refuses. */
class ValueTypesTest {

  /**
   * Two values made alike, and one that differs.
   *
   * @param shown what the value shows of itself
   */
  record Sample(Object value, Object alike, Object different, String shown) {}

  static Sample[] samples() {
    return new Sample[] {
      new Sample(Secret.of("hush"), Secret.of("hush"), Secret.of("Hush"), "Secret[***]"),
      new Sample(
          new EmailAddress("Ada@example.com"),
          new EmailAddress("ada@EXAMPLE.com"),
          new EmailAddress("grace@example.com"),
          "Ada@example.com"),
      new Sample(new CountryCode("GB"), new CountryCode("GB"), new CountryCode("US"), "GB"),
      new Sample(Money.parse("5 EUR"), Money.parse("5.00 EUR"), Money.parse("5 USD"), "5.00 EUR")
    };
  }

  @ParameterizedTest
  @MethodSource("samples")
  void areEqualWhenTheyMeanTheSame(Sample sample) {
    assertThat(sample.value())
        .isEqualTo(sample.alike())
        .hasSameHashCodeAs(sample.alike())
        .isNotEqualTo(sample.different())
        .isNotEqualTo(sample.shown())
        .isNotEqualTo(null);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showThemselvesAsAPersonMaySeeThem(Sample sample) {
    assertThat(sample.value()).hasToString(sample.shown());
  }

  @Nested
  class ASecret {
    @Test
    void givesItsBytesInUtf8AndItsTextOnlyWhenAsked() {
      Secret secret = Secret.of("Schlüssel");
      assertThat(secret.bytes()).isEqualTo("Schlüssel".getBytes(StandardCharsets.UTF_8));
      assertThat(secret.reveal()).isEqualTo("Schlüssel");
    }

    @Test
    void cannotBeChangedThroughItsBytes() {
      Secret secret = Secret.of("hush");
      secret.bytes()[0] = 'x';
      assertThat(secret).isEqualTo(Secret.of("hush"));
    }

    @Test
    void isNotEmpty() {
      assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(""));
    }

    @Test
    void staysHiddenInWhateverHoldsIt() {
      Directory demo = Platforms.DIRECTORY.demo();
      assertThat(demo.section(Merchants.SECTION).all().toString())
          .doesNotContain("demo-secret-key");
      assertThat(
              demo.section(Sites.SECTION).all().toString()
                  + demo.section(Sites.SECTION).find("demo").orElseThrow().portalUsers())
          .doesNotContain("test_demo_key", "portal-demo");
      assertThat(
              demo.section(Tenants.SECTION).all().toString()
                  + demo.section(Tenants.SECTION).find("demo").orElseThrow().tokens())
          .doesNotContain("planhat-demo-token");
      assertThat(
              demo.section(FusebillAccounts.SECTION).all().toString()
                  + demo.section(FusebillAccounts.SECTION).find("demo").orElseThrow().apiKeys())
          .doesNotContain("MDpERU1PS0VZ");
    }
  }

  @Nested
  class AnEmailAddress {
    @ParameterizedTest
    @ValueSource(
        strings = {"a@b", "ada@example.com", "o'neil+tag@mail.example.co.uk", "x_1@a-b.example"})
    void isWhatTheHtmlStandardTakes(String text) {
      assertThat(EmailAddress.parse(text)).contains(new EmailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "ada",
          "@example.com",
          "ada@",
          "a b@example.com",
          "ada@@example.com",
          "ada@-example.com",
          "ada@example..com",
          "ada@example.com\n",
          "Ada <ada@example.com>",
          "adä@example.com"
        })
    void isNothingElse(String text) {
      assertThat(EmailAddress.parse(text)).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(text));
    }

    @Test
    void hasAtMost254Characters() {
      String domain = "@" + "a.".repeat(100) + "example";
      assertThat(EmailAddress.parse("x".repeat(254 - domain.length()) + domain)).isPresent();
      assertThat(EmailAddress.parse("x".repeat(255 - domain.length()) + domain)).isEmpty();
    }

    @Test
    void isToldFromATextOfAnyLengthAtOnce() {
      assertThat(EmailAddress.parse("a@" + "a.".repeat(1_000_000))).isEmpty();
    }
  }

  @Nested
  class ACountryCode {
    @ParameterizedTest
    @ValueSource(strings = {"", "gb", "GBR", "XX", "U", "UK"})
    void isNothingButTwoCapitalLettersOfACountry(String text) {
      assertThatIllegalArgumentException().isThrownBy(() -> new CountryCode(text));
    }

    @Test
    void knowsItsCountrysName() {
      assertThat(new CountryCode("GB").displayName()).isEqualTo("United Kingdom");
    }
  }

  @Nested
  class AnAmountOfMoney {
    @ParameterizedTest
    @CsvSource({"39.95 EUR,39.95 EUR", "5 EUR,5.00 EUR", "500 JPY,500 JPY", "-1.5 USD,-1.50 USD"})
    void hasTheDecimalsOfItsCurrency(String text, String shown) {
      assertThat(Money.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "5",
          "EUR",
          "EUR 5",
          "5  EUR",
          "5,00 EUR",
          "5.001 EUR",
          "0.5 JPY",
          "5 eur",
          "5 QQQ",
          "1e3 EUR",
          "٥ EUR"
        })
    void isNothingElse(String text) {
      assertThatIllegalArgumentException().isThrownBy(() -> Money.parse(text));
    }

    @Test
    void isAnAmountAndACurrency() {
      assertThat(Money.parse("5 EUR"))
          .isEqualTo(new Money(BigDecimal.valueOf(5), Currency.getInstance("EUR")));
    }
  }

  @Nested
  class ASubscription {
    private final LocalDate start = LocalDate.of(2026, 3, 1);
    private final LocalDate end = LocalDate.of(2026, 3, 31);

    @Test
    void isActiveFromItsFirstDayToItsLast() {
      Subscription march = subscription(Optional.of(end), true);
      assertThat(march.activeOn(start.minusDays(1))).isFalse();
      assertThat(march.activeOn(start)).isTrue();
      assertThat(march.activeOn(end)).isTrue();
      assertThat(march.activeOn(end.plusDays(1))).isFalse();
    }

    @Test
    void withoutAnExpirationDateStaysActive() {
      assertThat(subscription(Optional.empty(), true).activeOn(LocalDate.of(3000, 1, 1))).isTrue();
    }

    @Test
    void thatIsDisabledIsNeverActive() {
      assertThat(subscription(Optional.of(end), false).activeOn(start)).isFalse();
    }

    private Subscription subscription(Optional<LocalDate> expiration, boolean enabled) {
      Product product = new Product("P", "Product");
      return new Subscription(
          "S1", product, 1, Money.parse("5 EUR"), start, expiration, true, enabled);
    }
  }
}
