package org.billingsso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.billingsso.config.KnownSetting;

/** The texts of a configuration to begin with. */
final class StarterFiles {
  private static final Pattern SECRET = Pattern.compile("\\{(hex|text|base64):([0-9]+)}");

  private StarterFiles() {}

  /**
   * Settings with every default as a comment.
   *
   * @param directory where the accounts are
   */
  static String settings(List<KnownSetting> settings, Path directory) {
    StringBuilder text =
        new StringBuilder(
            """
            # yaml-language-server: $schema=schema/settings.schema.json
            # The gateway's settings. A # without a space behind it hides a default: take it away to change that,
            # and those before the name of its section.
            """);
    String section = "";
    for (KnownSetting setting : settings) {
      int dot = setting.path().indexOf('.');
      String here = dot < 0 ? "" : setting.path().substring(0, dot);
      if (!here.equals(section)) {
        text.append("\n#").append(here).append(":\n");
      }
      section = here;
      text.append(dot < 0 ? "\n" : "");
      append(text, setting, dot, directory);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, KnownSetting setting, int dot, Path directory) {
    String name = setting.path().substring(dot + 1);
    String indent = dot < 0 ? "" : "  ";
    text.append(indent).append("# ").append(setting.description()).append('\n');
    if (setting.path().equals("directory")) {
      text.append("directory: '").append(directory.toString().replace("'", "''")).append("'\n");
    } else {
      text.append('#').append(indent).append(name).append(':');
      setting.usual().ifPresent(usual -> text.append(' ').append(usual));
      text.append('\n');
    }
  }

  /** An account of each platform, with secrets that nobody else has. */
  static String directory() {
    SecureRandom random = new SecureRandom();
    return SECRET.matcher(template()).replaceAll(wanted -> secret(wanted, random));
  }

  private static String secret(MatchResult wanted, SecureRandom random) {
    byte[] secret = new byte[Integer.parseInt(wanted.group(2))];
    random.nextBytes(secret);
    return switch (wanted.group(1)) {
      case "hex" -> HexFormat.of().formatHex(secret);
      case "text" -> Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
      default -> Base64.getEncoder().encodeToString(secret);
    };
  }

  private static String template() {
    try (InputStream template =
        Objects.requireNonNull(StarterFiles.class.getResourceAsStream("starter-directory.yaml"))) {
      return new String(template.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The jar cannot be read", e);
    }
  }
}
