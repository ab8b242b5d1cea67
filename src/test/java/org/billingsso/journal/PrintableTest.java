package org.billingsso.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  /** Controls, what is not seen, what turns the direction of writing, and halves of a pair. */
  private static final Pattern NOT_PRINTABLE =
      Pattern.compile(
          "[\\x{0}-\\x{1F}\\x{7F}-\\x{9F}\\x{AD}\\x{61C}\\x{180E}\\x{200B}-\\x{200F}\\x{2028}-\\x{202E}"
              + "\\x{2060}-\\x{206F}\\x{FEFF}\\x{FFF9}-\\x{FFFB}\\x{FFFE}\\x{FFFF}"
              + "\\x{E0000}-\\x{E007F}\\p{Cs}\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyCharacterIsPrintedOrEscapedSoThatOneCanTellWhatItWas() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String> escaped = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      String text = Character.toString(character);
      String value = Printable.value(text);
      String line = Printable.line(text, 2);
      boolean kept = value.equals(text);
      boolean right =
          kept
              ? !NOT_PRINTABLE.matcher(text).matches()
              : value.charAt(0) == '\\' && isPrintableAscii(value);
      if (!right || !line.equals(character == '\\' ? text : value)) {
        wrong.add("U+%04X as %s".formatted(character, value));
      }
      if (!kept) {
        escaped.add(text);
        all.append('"').append(value).append("\",");
      }
    }
    assertThat(wrong).isEmpty();

    String[] read = JSON.readValue("[" + all + "\"\"]", String[].class);
    assertThat(List.of(read).subList(0, escaped.size()).equals(escaped)).isTrue();
    assertThat(escaped.contains("\\")).isTrue();
  }

  private static boolean isPrintableAscii(String text) {
    return text.chars().allMatch(character -> character >= ' ' && character < 0x7f);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Zoë 🙂 漢字,        Zoë 🙂 漢字",
        "C:\\temp,           C:\\\\temp",
        "` \\n\\u202E`,      ` \\\\n\\\\u202E`",
      })
  void whatCanBeReadStaysAsItIsButForTheBackslash(String text, String shown) {
    assertThat(Printable.value(text)).isEqualTo(shown);
    assertThat(Printable.line(text, 100)).isEqualTo(text);
  }

  @Test
  void aLineLeavesAValueAsItIs() {
    String value = Printable.value("a\\b\r\n\u0085\u2028\u202e\ud800");

    assertThat(value).isEqualTo("a\\\\b\\r\\n\\u0085\\u2028\\u202E\\uD800");
    assertThat(Printable.line("seen: " + value, 100)).isEqualTo("seen: " + value);
  }

  @Test
  void ofALongTextTheBeginningIsThereAndHowMuchFollows() {
    assertThat(Printable.value("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(Printable.value("x".repeat(201))).isEqualTo("x".repeat(200) + "…(+1)");
    assertThat(Printable.value("x".repeat(199) + "🙂")).isEqualTo("x".repeat(199) + "…(+2)");
    assertThat(Printable.value("\u202e".repeat(1_000_000))).hasSizeLessThan(1_300);
  }
}
