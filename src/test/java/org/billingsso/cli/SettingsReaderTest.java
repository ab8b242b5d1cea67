package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.billingsso.config.Problem;
import org.billingsso.config.Reading;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.gateway.SettingsReader;
import org.billingsso.http.AddressRange;
import org.billingsso.http.Forwarding.ForwardedBy;
import org.billingsso.http.HostPattern;
import org.billingsso.http.Origin;
import org.billingsso.http.PublicUrl;
import org.billingsso.twocheckout.TwoCheckout;
import org.billingsso.twocheckout.WsdlStyle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  @TempDir private Path directory;

  @Nested
  class Layers {
    @Test
    void areTheDefaultsWhereNobodyGivesAnything() throws IOException {
      assertThat(read("", Map.of(), Map.of())).isEqualTo(Settings.DEFAULTS);
      assertThat(read("# nothing\n", Map.of("PATH", "/bin"), Map.of()))
          .isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void coverOneAnotherSettingBySetting() throws IOException {
      Settings settings =
          read(
              """
              port: 1
              keepRecordsFor: 2d
              twocheckout:
                refuseMd5: true
                loginTolerance: 5m
              """,
              Map.of("BILLINGSSO_PORT", "2", "BILLINGSSO_TWOCHECKOUT_LOGIN_TOLERANCE", "PT90S"),
              Map.of("port", "3"));

      assertThat(settings.port()).isEqualTo(3);
      assertThat(settings.keepRecordsFor()).isEqualTo(Duration.ofDays(2));
      assertThat(settings.section(new TwoCheckout()).refuseMd5()).isTrue();
      assertThat(settings.section(new TwoCheckout()).loginTolerance())
          .isEqualTo(Duration.ofSeconds(90));
      assertThat(settings.section(new TwoCheckout()).apiSessionLength())
          .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void passOverWhatIsEmpty() throws IOException {
      assertThat(read("directory:\nport: ~\n", Map.of("BILLINGSSO_PUBLIC_URL", ""), Map.of()))
          .isEqualTo(Settings.DEFAULTS);
    }
  }

  @Nested
  class Values {
    @Test
    void areReadFromWhatPeopleWrite() throws IOException {
      Settings settings =
          read(
              """
              host: ::1
              directory: accounts.yaml
              publicUrl: https://SSO.example.com:8443/
              allowedHosts: [SSO.example.com, "*.example.com", "[::1]"]
              trustedProxies: [10.0.0.0/8, 2001:db8::1]
              forwardedBy: x-forwarded
              allowDemoDirectory: true
              twocheckout:
                wsdl: encoded
                cartOrigins:
                  - https://shop.example.com
              """,
              Map.of(),
              Map.of());

      assertThat(settings.directory()).contains(Path.of("accounts.yaml"));
      assertThat(settings.publicUrl()).contains(PublicUrl.parse("https://sso.example.com:8443"));
      assertThat(settings.allowedHosts())
          .extracting(HostPattern::toString)
          .containsExactly("sso.example.com", "*.example.com", "[::1]");
      assertThat(settings.trustedProxies())
          .containsExactly(range("10.0.0.0/8"), range("2001:db8::1/128"));
      assertThat(settings.forwardedBy()).contains(ForwardedBy.X_FORWARDED);
      assertThat(settings.section(new TwoCheckout()).wsdl()).isEqualTo(WsdlStyle.ENCODED);
      assertThat(settings.section(new TwoCheckout()).cartOrigins())
          .containsExactly(Origin.parse("https://shop.example.com"));
    }

    @Test
    void areListsWithCommasInTheEnvironment() throws IOException {
      Settings settings =
          read(
              "",
              Map.of(
                  "BILLINGSSO_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1",
                  "BILLINGSSO_FORWARDED_BY", "FORWARDED"),
              Map.of());

      assertThat(settings.http().forwarding().trusted())
          .containsExactly(range("10.0.0.0/8"), range("192.0.2.1"));
      assertThat(settings.http().forwarding().header()).isEqualTo(ForwardedBy.FORWARDED);
    }

    @ParameterizedTest
    @CsvSource({"10s, PT10S", "10m, PT10M", "1h, PT1H", "1d, PT24H", "PT1H30M, PT1H30M"})
    void areDurationsInOneUnitOrInIso(String text, Duration duration) throws IOException {
      assertThat(read("", Map.of(), Map.of("keepRecordsFor", text)).keepRecordsFor())
          .isEqualTo(duration);
    }

    private static AddressRange range(String text) {
      return AddressRange.parse(text).orElseThrow();
    }
  }

  @Nested
  class AProblem {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "port            | 80a           | must be a whole number",
          "port            | 70000         | A port is from 0 to 65535",
          "port            | -1            | A port is from 0 to 65535",
          "port            | 80.5          | must be a whole number",
          "port            | [1, 2]        | must be a whole number",
          "host            | '\" \"'       | must be a text that is not empty",
          "host            | {a: b}        | must be a text that is not empty",
          "host            | no such.host  | There is no host of that name",
          "allowDemoDirectory | maybe      | must be true or false",
          "directory       | '\"\"'        | must be the path of a file",
          "publicUrl       | sso.example.com | must be http:// or https://, a host and perhaps",
          "publicUrl       | https://sso.example/a?b | must be http:// or https://, a host and perhaps a"
              + " port and a path; this has more than scheme, host, port and path: ?b",
          "publicUrl       | https://sso.example/a//b | must be http:// or https://, a host and"
              + " perhaps a port and a path; this has two slashes in a row",
          "publicUrl       | ftp://sso.example.com | must be http:// or https://",
          "allowedHosts    | ['*']         | must be a host such as sso.example.com, or *.example.com",
          "allowedHosts    | https://x.example | must be a host such as sso.example.com",
          "trustedProxies  | [10.0.0.0/33] | must be an IP address or a block such as",
          "trustedProxies  | proxy         | must be an IP address or a block such as",
          "forwardedBy     | via           | must be x-forwarded or forwarded",
          "keepRecordsFor  | 10            | must be longer than nothing, such as 10s",
          "keepRecordsFor  | 0s            | must be longer than nothing",
          "keepRecordsFor  | -PT1S         | must be longer than nothing",
          "keepRecordsFor  | 10 minutes    | must be longer than nothing, such as 10s",
          "maximumBodyBytes | 0            | A body has at least one byte",
          "maximumConnections | 0          | There is at least one connection",
          "idleTimeout     | 25h           | A connection may be idle for 1s to 1d",
          "idleTimeout     | PT0.0001S     | A connection may be idle for 1s to 1d",
          "store           | gateway.db    | A store URL begins with the engine's name",
          "logLevel        | loud          | must be error, warn, info or debug",
          "prot            | 80            | is unknown; known here are host, port, store",
          "twocheckout     | 5             | must be a mapping with the keys refuseMd5, ",
        })
    void namesTheKeyItsPlaceAndWhatWouldDo(String key, String value, String message) {
      refuses("\n" + key + ": " + value + "\n", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:2  " + key + ": " + message);
    }

    @Test
    void inASectionIsNamedByItsWholePath() {
      refuses("twocheckout:\n  # better\n  refuseMD5: true\n", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:3  twocheckout.refuseMD5: is unknown; known here are")
          .hasMessageContaining("refuseMd5");
      refuses("twocheckout: {wsdl: wrapped}", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:1  twocheckout.wsdl: must be literal or encoded");
    }

    @Test
    void isNamedByTheVariableOrTheFlagItComesFrom() {
      refuses("", Map.of("BILLINGSSO_TWOCHECKOUT_WSDL", "both"), Map.of("publicUrl", "here"))
          .hasMessageContaining("BILLINGSSO_TWOCHECKOUT_WSDL  twocheckout.wsdl: must be")
          .hasMessageContaining("--public-url  publicUrl: must be");
    }

    @Test
    void isAnUnknownVariableOfOurs() {
      refuses("", Map.of("BILLINGSSO_PROT", "80", "BILLINGSSO_CONFIG", "a.yaml"), Map.of())
          .hasMessage(
              "The configuration is not usable:\n"
                  + "  BILLINGSSO_PROT  is unknown: no setting has that name");
    }

    @Test
    void doesNotHideTheOthers() {
      refuses(
              "prot: 1\nport: x\n",
              Map.of("BILLINGSSO_STOER", "memory:"),
              Map.of("logLevel", "loud"))
          .hasMessageContainingAll(
              "gateway.yaml:1  prot",
              "gateway.yaml:2  port",
              "BILLINGSSO_STOER",
              "--log-level  logLevel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host: x\nport: [\n", "port: 1\n  host: x\n"})
    void isAFileThatIsNotYaml(String text) {
      refuses(text, Map.of(), Map.of()).hasMessageContaining("gateway.yaml:2  is not YAML");
    }

    @Test
    void isAKeyThatIsGivenTwice() {
      refuses("port: 1\nport: 2\n", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:2  port: is given twice");
      refuses("twocheckout:\n  wsdl: literal\n  wsdl: encoded\n", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:3  twocheckout.wsdl: is given twice");
      refuses("planhat: {}\nplanhat: {}\n", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:2  planhat: is given twice");
    }

    @Test
    void isAFileThatIsNoMapping() {
      refuses("- port\n", Map.of(), Map.of())
          .hasMessageContaining(
              "gateway.yaml:1  must be a mapping with the keys host, port, store");
    }

    @Test
    void isAFileThatIsNotThere() {
      Path missing = directory.resolve("missing.yaml");

      assertThat(new SettingsReader(Platforms.ALL).read(Optional.of(missing), Map.of(), Map.of()))
          .isEqualTo(
              new Reading.Unusable<>(
                  List.of(new Problem(missing.toString(), 0, "", "does not exist"))));
    }
  }

  @Nested
  class AContradiction {
    @Test
    void isTheDemoDirectoryForOtherMachines() throws IOException {
      refuses("host: 0.0.0.0", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:1  host: Other machines can reach this address")
          .hasMessageContaining("allowDemoDirectory");

      assertThat(read("host: 0.0.0.0\nallowDemoDirectory: true", Map.of(), Map.of()).host())
          .isEqualTo("0.0.0.0");
      assertThat(read("host: 0.0.0.0\ndirectory: accounts.yaml", Map.of(), Map.of()).host())
          .isEqualTo("0.0.0.0");
      assertThat(read("host: localhost", Map.of(), Map.of()).host()).isEqualTo("localhost");
    }

    @Test
    void isAPublicUrlInTheClearForRealAccounts() throws IOException {
      refuses("directory: accounts.yaml", Map.of(), Map.of("publicUrl", "http://sso.invalid"))
          .hasMessageContaining("--public-url  publicUrl: Login links would cross the network");

      for (String fine : List.of("https://sso.invalid", "http://localhost:8080", "http://[::1]")) {
        assertThat(read("directory: accounts.yaml", Map.of(), Map.of("publicUrl", fine)))
            .extracting(Settings::publicUrl)
            .isEqualTo(Optional.of(PublicUrl.parse(fine)));
      }
      assertThat(read("publicUrl: http://sso.invalid", Map.of(), Map.of()).publicUrl()).isPresent();
    }

    @Test
    void isOneHalfOfForwarding() {
      refuses("forwardedBy: forwarded", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:1  forwardedBy: Set trustedProxies too");
      refuses("trustedProxies: 10.0.0.1", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:1  trustedProxies: Set forwardedBy too");
    }

    @Test
    void isADefaultBeyondTheMaximum() {
      refuses("twocheckout: {maximumValidity: 5s}", Map.of(), Map.of())
          .hasMessageContaining(
              "twocheckout.defaultValidity: is longer than twocheckout.maximumValidity");
      refuses("twocheckout:\n  maximumValidity: 5s\n  defaultValidity: 6s", Map.of(), Map.of())
          .hasMessageContaining("gateway.yaml:3  twocheckout.defaultValidity: is longer than");
    }

    @Test
    void isNoneWhereTheOtherValueIsChangedToo() throws IOException {
      read("twocheckout: {maximumValidity: 5s, defaultValidity: 5s}", Map.of(), Map.of());
    }
  }

  private Settings read(String yaml, Map<String, String> environment, Map<String, String> flags)
      throws IOException {
    Path file = directory.resolve("gateway.yaml");
    Files.writeString(file, yaml);
    return new SettingsReader(Platforms.ALL)
        .read(Optional.of(file), environment, flags)
        .orElseThrow(SettingsException::new);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refuses(
      String yaml, Map<String, String> environment, Map<String, String> flags) {
    return assertThatThrownBy(() -> read(yaml, environment, flags))
        .isInstanceOf(SettingsException.class);
  }
}
