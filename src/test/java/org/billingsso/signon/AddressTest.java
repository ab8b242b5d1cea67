package org.billingsso.signon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 198.51.100.7",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::ffff:198.51.100.7, 198.51.100.7",
    "::FFFF:c633:6407, 198.51.100.7",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "::1, ::1",
    "::, ::",
    "1::, 1::",
  })
  void isWrittenInItsCanonicalForm(String literal, String canonical) {
    assertThat(Address.parse(literal))
        .hasValueSatisfying(a -> assertThat(a).hasToString(canonical));
    assertThat(Address.parse(canonical)).isEqualTo(Address.parse(literal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "localhost", "example.com", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4",
        "1.2.3.4 ", "1.2.3.4:80", "[::1]", "::1%eth0", "fe80::1%1", ":::", "1:2", "g::1", "::1::",
        "12345::1", "0x7f.1", "2130706433", "1,2,3,4"
      })
  void isNothingElseThanALiteral(String text) {
    assertThat(Address.parse(text)).isEmpty();
  }
}
