package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.billingsso.config.KnownSetting;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.SettingsReader;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  @Test
  void saysOfEachSettingWhatTheSettingSaysOfItself() throws Exception {
    List<String> rows =
        Files.readAllLines(Path.of("docs/configuration.md")).stream()
            .map(row -> row.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", ""))
            .toList();

    assertThat(new SettingsReader(Platforms.ALL).settings())
        .allSatisfy(
            setting ->
                assertThat(rows)
                    .filteredOn(row -> row.startsWith("| " + setting.path() + " |"))
                    .singleElement()
                    .asString()
                    .contains("| " + setting.description()));
  }

  @Test
  void findsADescriptionAtEachSetting() {
    assertThat(new SettingsReader(Platforms.ALL).settings())
        .extracting(KnownSetting::description)
        .doesNotContain("");
  }
}
