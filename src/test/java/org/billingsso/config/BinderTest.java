package org.billingsso.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a constructor throws while a file is bound to it. */
class BinderTest {
  private final Binder binder = new Binder(ValueTypes.EXACT, List.of());

  record Shelf(List<Jar> jars) {}

  record Jar(String name, int size) {
    Jar {
      if (name.equals("deep")) {
        throw new StackOverflowError("deep");
      }
      if (size > 9) {
        throw new InvalidValueException("size", "is larger than any jar");
      }
      if (name.length() > size) {
        throw new IllegalArgumentException("has a name that does not fit on it");
      }
    }
  }

  @Test
  void isNoProblemOfTheFileWhereItIsAnError() {
    assertThatThrownBy(() -> bind("jars:\n  - name: deep\n    size: 4\n"))
        .isInstanceOf(StackOverflowError.class)
        .hasMessage("deep");
  }

  @Test
  void isToldAtTheLineOfTheOneValueThatItIsAbout() {
    assertThat(bind("jars:\n  - name: jam\n\n    size: 10\n"))
        .isEqualTo(
            new Reading.Unusable<>(
                List.of(new Problem("text", 4, "jars[0].size", "is larger than any jar"))));
  }

  @Test
  void isToldWhereTheObjectBeginsWhereItIsAboutSeveral() {
    assertThat(bind("jars:\n  - name: honey\n    size: 4\n"))
        .isEqualTo(
            new Reading.Unusable<>(
                List.of(new Problem("text", 2, "jars[0]", "has a name that does not fit on it"))));
  }

  private Reading<Shelf> bind(String yaml) {
    return YamlFile.parse("text", yaml).then(root -> binder.bind(Shelf.class, root));
  }
}
