package org.billingsso.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.billingsso.directory.Directory;
import org.billingsso.portal.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody claims a customer by knowing its address unless that was switched on by name. */
class SignUpTest {
  private static final int ON = 200;
  private static final int OFF = 404;
  private static final String SITE =
      """
      chargebee:
        sites:
          - name: only
            apiKeys: [key]
            customers:
              - {id: one, person: {firstName: Alan, lastName: T, email: alan@example.com}}
      """;

  private static final Directory DEMO = Platforms.DIRECTORY.demo();
  private static final Directory OWN =
      Platforms.DIRECTORY
          .parse(SITE)
          .orElseThrow(problems -> new IllegalArgumentException(problems.toString()));

  @Test
  void isOnWithTheDemoAccountsOnThisMachineUnlessItIsSwitchedOff() {
    assertThat(signUp(DEMO, Map.of())).isEqualTo(ON);
    assertThat(signUp(DEMO, Map.of("chargebee.signUp", "false"))).isEqualTo(OFF);
  }

  @ParameterizedTest
  @CsvSource({
    "host, 0.0.0.0",
    "publicUrl, https://sso.example",
    "allowedHosts, sso.example",
    "trustedProxies, 127.0.0.1",
  })
  void isOffWithTheDemoAccountsWhereOtherMachinesComeInUnlessItIsSwitchedOnByName(
      String setting, String value) {
    Map<String, String> reached = new HashMap<>(Map.of(setting, value));
    reached.put("allowDemoDirectory", "true");
    if (setting.equals("trustedProxies")) {
      reached.put("forwardedBy", "forwarded");
    }
    assertThat(signUp(DEMO, reached)).isEqualTo(OFF);

    reached.put("chargebee.signUp", "true");
    assertThat(signUp(DEMO, reached)).isEqualTo(ON);
  }

  @Test
  void isOffWithAccountsOfOnesOwnUnlessItIsSwitchedOnByName() {
    assertThat(signUp(OWN, Map.of())).isEqualTo(OFF);
    assertThat(signUp(OWN, Map.of("chargebee.signUp", "true"))).isEqualTo(ON);
  }

  @Test
  void isOffAsSoonAsTheDemoAccountsAreReplaced() {
    try (Gateway gateway = start(DEMO, Map.of())) {
      gateway.world().serve(OWN);

      assertThat(signUp(gateway)).isEqualTo(OFF);
    }
  }

  private static int signUp(Directory accounts, Map<String, String> settings) {
    try (Gateway gateway = start(accounts, settings)) {
      return signUp(gateway);
    }
  }

  private static int signUp(Gateway gateway) {
    String here = "http://127.0.0.1:" + gateway.address().getPort();
    return new Browser(URI.create(here)).get("/portal/signup").statusCode();
  }

  private static Gateway start(Directory accounts, Map<String, String> settings) {
    Map<String, String> given = new HashMap<>(settings);
    given.put("port", "0");
    given.put("store", "memory:");
    Settings read =
        new SettingsReader(Platforms.ALL)
            .read(Optional.empty(), Map.of(), given)
            .orElseThrow(problems -> new IllegalArgumentException(problems.toString()));
    return Gateway.builder().settings(read).accounts(accounts).start();
  }
}
