package org.billingsso.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.billingsso.store.Race;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
  private static final int CALLERS = 40;

  private final PasswordHashing hashing = new PasswordHashing(1, 2);

  @Test
  void tellsOneMoreThanMayWaitThatItIsBusyAndHasRoomAgainAfterwards() throws Exception {
    List<Boolean> hashed =
        Race.of(
            CALLERS,
            number ->
                () -> {
                  try {
                    return hashing.matches("password", hashing.hash("password"));
                  } catch (PasswordHashing.Busy busy) {
                    return false;
                  }
                });

    assertThat(hashed).contains(true, false);
    assertThat(hashing.matches("password", hashing.hash("password"))).isTrue();
    assertThat(hashing.matches("Password", hashing.hash("password"))).isFalse();
  }
}
