package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What headers say that are lists, whoever wrote them. */
class HeaderListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip                               | gzip",
        "GZIP, br                           | gzip br",
        "gzip;q=0                           | ''",
        "gzip; Q = 0.000, br;q=0.001        | br",
        "gzip;q=1.0;x=y, *;q=0.333333333333 | gzip *",
        "gzip;q=, br;q=x, deflate;q=-1      | ''",
        "'a;b=\",\";q=0, c'                 | c",
        "', ;, gzip, ,'                     | gzip",
      })
  void whatHasNoWeightIsNotAccepted(String field, String accepted) {
    assertThat(String.join(" ", HeaderList.accepted(of("Accept", field), "Accept")))
        .isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "gzip, \"", "\"gzip", "gzip;x=\"a\\\"", "a\"b, gzip"})
  void whatCannotBeReadIsAsIfItWereAbsent(String field) {
    assertThat(HeaderList.accepted(of("Accept", field), "Accept")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for=\"[2001:db8::1]:80\", for=10.0.0.1 | for=10.0.0.1",
        "\", for=10.0.0.1                       | for=10.0.0.1",
        "\"x, for=\"10.0.0.1\"                  | for=\"10.0.0.1\"",
        "\"\\, for=\"10.0.0.1\"                 | for=\"10.0.0.1\"",
        "a\"b\\\", for=10.0.0.1                 | for=10.0.0.1",
        "\", \", for=10.0.0.1                   | for=10.0.0.1",
      })
  void whatAClientWritesHidesNothingThatItsProxyAddsBehind(String field, String last) {
    assertThat(HeaderList.lastFirst(of("Forwarded", field), "Forwarded").get(0)).isEqualTo(last);
  }

  @Test
  void ofMoreMembersThanAnybodySendsThoseCountThatTheNearestProxyWrote() {
    HttpFields headers = of("X-Forwarded-For", "1.2.3.4,".repeat(1_000) + "10.0.0.1");

    assertThat(HeaderList.lastFirst(headers, "X-Forwarded-For"))
        .hasSize(HeaderList.MOST_MEMBERS)
        .startsWith("10.0.0.1");
    assertThat(HeaderList.accepted(of("Accept", "a/b,".repeat(1_000)), "Accept"))
        .hasSize(HeaderList.MOST_MEMBERS);
  }

  @Test
  void cookiesAreReadAsFarAsBrowsersSendThem() {
    HttpFields headers =
        HttpFields.build().add("Cookie", "odd; =; a = \"1\" ;a=2;;\"").add("Cookie", "b=\";c=3=4");

    assertThat(Cookies.first("a", headers)).contains("1");
    assertThat(Cookies.first("b", headers)).contains("\"");
    assertThat(Cookies.first("c", headers)).contains("3=4");
    assertThat(Cookies.first("odd", headers)).isEqualTo(Optional.empty());
    List<String> many = Collections.nCopies(Cookies.MOST_COOKIES, "a=1");
    assertThat(Cookies.first("b", of("Cookie", String.join(";", many) + ";b=2"))).isEmpty();
  }

  private static HttpFields of(String name, String value) {
    return HttpFields.build().add(name, value);
  }
}
