package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.SettingsReader;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  @Test
  void hasARowForEachSetting() throws Exception {
    String page = Files.readString(Path.of("docs/configuration.md"));

    assertThat(new SettingsReader(Platforms.ALL).paths())
        .allSatisfy(path -> assertThat(page).contains("| `" + path + "` |"));
  }
}
