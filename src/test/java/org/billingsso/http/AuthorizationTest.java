package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.billingsso.http.Authorization.Basic;
import org.billingsso.http.Authorization.Bearer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients write into the Authorization header. */
class AuthorizationTest {

  @Nested
  class ABearerToken {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer t0ken", "bearer t0ken", "BEARER   t0ken ", "Bearer\tt0ken"})
    void isWhatComesAfterTheScheme(String header) {
      assertThat(Authorization.parse(header)).contains(new Bearer("t0ken"));
    }
  }

  @Nested
  class ABasicKey {
    @Test
    void isTheUserBeforeTheColon() {
      assertThat(user(encoded("key:"))).contains("key");
      assertThat(user(encoded("key:secret:with:colons"))).contains("key");
    }

    @Test
    void mayComeWithoutTheColon() {
      assertThat(user(encoded("key"))).contains("key");
    }

    @Test
    void mayComeWithoutPadding() {
      assertThat(user("a2V5Og")).contains("key");
    }

    @Test
    void isThereAsItWasSentForPlatformsThatIssueItInBase64() {
      assertThat(Authorization.parse("Basic MDpERU1PS0VZ")).contains(new Basic("MDpERU1PS0VZ"));
    }

    @Test
    void hasNoUserWhereItIsNotBase64OfText() {
      assertThat(user("not base64!")).isEmpty();
      assertThat(user("/////w==")).isEmpty();
    }

    private Optional<String> user(String encoded) {
      return new Basic(encoded).user();
    }

    private String encoded(String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Bearer ", "Digest username=a", "t0ken"})
  void isNothingInAnotherScheme(String header) {
    assertThat(Authorization.parse(header)).isEmpty();
  }

  @Test
  void doesNotShowItself() {
    assertThat(new Bearer("t0ken").toString()).doesNotContain("t0ken");
    assertThat(new Basic("t0ken").toString()).doesNotContain("t0ken");
  }
}
