package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.VALIDATION_IP_INVALID;
import static org.billingsso.twocheckout.Faults.VALIDITY_TIME_INVALID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.signon.Address;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.Refusal;
import org.billingsso.signon.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code validityTime} and {@code validationIp}, which all methods that make links take. */
@ParameterizedClass
@MethodSource("everyMethodOverEveryProtocol")
class LinkParametersTest {
  private static final String CUSTOMER = "352365983";
  private static final String OURS = "AvangateCustomerReference";

  @AutoClose private static final RunningApi API = RunningApi.started();

  /** The methods that make links, each with arguments up to the two that this is about. */
  enum LinkMaker {
    GET_SINGLE_SIGN_ON {
      @Override
      Outcome make(Backend backend, @Nullable Object validityTime, @Nullable Object ip) {
        return backend.call("getSingleSignOn", "DC47E143FA", "", validityTime, "", ip);
      }
    },
    BY_CUSTOMER {
      @Override
      Outcome make(Backend backend, @Nullable Object validityTime, @Nullable Object ip) {
        return backend.call("getSingleSignOnByCustomer", CUSTOMER, OURS, "", "", validityTime, ip);
      }
    },
    IN_CART {
      @Override
      Outcome make(Backend backend, @Nullable Object validityTime, @Nullable Object ip) {
        String buyLink = API.address() + "/order/checkout.php?PRODS=1";
        return backend.call("getSingleSignOnInCart", CUSTOMER, OURS, buyLink, validityTime, ip);
      }
    },
    FOR_PARTNER {
      @Override
      Outcome make(Backend backend, @Nullable Object validityTime, @Nullable Object ip) {
        String page = API.address() + "/partners/";
        return backend
            .forPartner("PARTNER01")
            .call(
                "getPartnerSingleSignOn",
                "admin@partner01.example",
                "PARTNER01",
                page,
                validityTime,
                ip);
      }
    };

    abstract Outcome make(Backend backend, @Nullable Object validityTime, @Nullable Object ip);

    PortalKind portalKind() {
      return this == FOR_PARTNER ? PortalKinds.PARTNER_PANEL : PortalKinds.MY_ACCOUNT;
    }
  }

  static Stream<Arguments> everyMethodOverEveryProtocol() {
    return Stream.of(LinkMaker.values())
        .flatMap(
            maker -> Stream.of(Protocol.values()).map(protocol -> Arguments.of(maker, protocol)));
  }

  private final LinkMaker maker;
  private final Backend backend;

  LinkParametersTest(LinkMaker maker, Protocol protocol) {
    this.maker = maker;
    this.backend = API.demoShop(protocol);
  }

  @Nested
  class ValidityTime {

    @ParameterizedTest
    @NullAndEmptySource
    void isTenSecondsWhereNobodySays(@Nullable String absent) {
      assertThat(validity(absent)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "86400, 86400", "007, 7"})
    void isWholeSecondsInDigits(String digits, int seconds) {
      assertThat(validity(digits)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 86_400})
    void isWholeSecondsAsANumber(int seconds) {
      assertThat(validity(seconds)).isEqualTo(Duration.ofSeconds(seconds));
    }

    static final Object[] FIFTY = {
      "50.0",
      "5e1",
      "5E1",
      "5e+1",
      "500e-1",
      "0.5e2",
      "50.000",
      "0050",
      new BigDecimal("50.0"),
      new BigDecimal("5E+1"),
      50.0
    };

    @ParameterizedTest
    @FieldSource("FIFTY")
    void isComparedAsANumberHoweverItIsWritten(Object fifty) {
      assertThat(validity(fifty)).isEqualTo(Duration.ofSeconds(50));
    }

    static final Object[] NEITHER = {
      0,
      -1,
      86_401,
      Long.MAX_VALUE,
      1.5,
      true,
      false,
      new BigDecimal("50.5"),
      new BigDecimal("1E+5"),
      new BigDecimal("1E-1"),
      new BigDecimal("1E+999999999"),
      new BigDecimal("1E-999999999"),
      "0",
      "00",
      "-1",
      "+1",
      "86401",
      "4294967297",
      "99999999999999999999",
      "1.5",
      "1,5",
      "50.5",
      "1e5",
      "1e-1",
      "1e999999999",
      "1e-999999999",
      "1e99999999999",
      "1e",
      ".5",
      "5.",
      "0x10",
      "ten",
      "10s",
      " 10",
      "10 ",
      "NaN",
      "Infinity",
      "\u0661\u0662",
      "null",
      JsonNodeFactory.instance.arrayNode().add(10),
      JsonNodeFactory.instance.objectNode().put("seconds", 10)
    };

    @ParameterizedTest
    @FieldSource("NEITHER")
    void isRefusedWhereItIsNeither(Object value) {
      assertThat(maker.make(backend, value, "")).isEqualTo(VALIDITY_TIME_INVALID);
    }

    private Duration validity(@Nullable Object argument) {
      LoginLink link = link(maker.make(backend, argument, ""));
      return Duration.between(link.issuedAt(), link.expiresAt());
    }
  }

  @Nested
  class ValidationIp {

    @ParameterizedTest
    @CsvSource({
      "203.0.113.7, 203.0.113.7",
      "0.0.0.0, 0.0.0.0",
      "::ffff:203.0.113.7, 203.0.113.7",
      "::FFFF:cb00:7107, 203.0.113.7",
      "::1, ::1",
      "2001:db8::7, 2001:db8::7",
      "2001:0DB8:0:0:0:0:0:7, 2001:db8::7",
      "2001:db8::192.0.2.1, 2001:db8::c000:201"
    })
    void isAnAddressOfEitherVersion(String literal, String canonical) {
      assertThat(boundTo(literal).map(Address::toString)).hasValue(canonical);
    }

    @Test
    void bindsNobodyWhereItIsEmpty() {
      assertThat(boundTo("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "localhost",
          "example.com",
          "203.0.113",
          "203.0.113.256",
          "203.0.113.7.1",
          "203.0.113.07",
          "203.0.113.7 ",
          " 203.0.113.7",
          "203.0.113.7:80",
          "203.0.113.0/24",
          "203.0.113.7,203.0.113.8",
          "3405803783",
          "0xcb007107",
          "2001:db8::g",
          "2001:db8",
          "2001:db8::7::1",
          "1:2:3:4:5:6:7:8:9",
          ":",
          ":::",
          "[::1]",
          "fe80::1%eth0",
          "fe80::1%1",
          "2001:db8::7/64",
          "*",
          "null"
        })
    void isRefusedWhereItIsNoLiteral(String text) {
      assertThat(maker.make(backend, "", text)).isEqualTo(VALIDATION_IP_INVALID);
    }

    @Test
    void mayBeNullForShoppersAndNotForPartners() {
      if (maker == LinkMaker.FOR_PARTNER) {
        assertThat(maker.make(backend, "", null)).isEqualTo(VALIDATION_IP_INVALID);
      } else {
        assertThat(boundTo(null)).isEmpty();
      }
    }

    @Test
    void admitsNobodyFromElsewhere() {
      Token token = token(maker.make(backend, "", "203.0.113.7"));
      Address bound = Address.parse("203.0.113.7").orElseThrow();
      Address other = Address.parse("203.0.113.8").orElseThrow();

      assertThat(API.signOn.links().redeem(maker.portalKind(), token, other))
          .isInstanceOfSatisfying(
              Redemption.Refused.class,
              refused ->
                  assertThat(refused.why()).isEqualTo(new Refusal.OtherAddress(bound, other)));
      assertThat(API.signOn.links().redeem(maker.portalKind(), token, bound))
          .isInstanceOf(Redemption.Admitted.class);
    }

    private Optional<Address> boundTo(@Nullable String argument) {
      return link(maker.make(backend, "", argument)).boundTo();
    }
  }

  private LoginLink link(Outcome made) {
    return API.signOn.links().look(maker.portalKind(), token(made)).orElseThrow();
  }

  private static Token token(Outcome made) {
    String url = made.answer().textValue();
    return new Token(url.substring(url.lastIndexOf('=') + 1));
  }
}
