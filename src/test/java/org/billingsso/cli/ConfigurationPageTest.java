package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  @Test
  void hasARowForEachSetting() throws Exception {
    String page = Files.readString(Path.of("docs/configuration.md"));

    assertThat(new KnownSettings().paths())
        .allSatisfy(path -> assertThat(page).contains("| `" + path + "` |"));
  }
}
