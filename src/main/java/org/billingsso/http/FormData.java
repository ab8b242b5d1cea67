package org.billingsso.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.billingsso.journal.Diagnosis;

/**
 * The fields of a form or the parameters of a query, decoded: {@code
 * application/x-www-form-urlencoded} of the URL standard, section 5.1, in strict UTF-8. Names are
 * the same in any letter case.
 */
public final class FormData {
  /** More than any page or client of ours sends. */
  static final int MOST_FIELDS = 1_000;

  private static final FormData NOTHING = new FormData(Map.of());

  private final Map<String, List<String>> values;

  private FormData(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads a query.
   *
   * @throws HttpError 400 where it is not percent-encoded UTF-8 or has too many parameters
   */
  public static FormData parse(String encoded) {
    return encoded.isEmpty() ? NOTHING : parse(encoded.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a form.
   *
   * @throws HttpError 400 where it is not percent-encoded UTF-8 or has too many fields
   */
  public static FormData parse(byte[] encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int fields = 0;
    for (int from = 0; from < encoded.length; ) {
      int to = indexOf('&', encoded, from, encoded.length);
      if (to > from) {
        if (++fields > MOST_FIELDS) {
          throw tooMany();
        }
        int equals = indexOf('=', encoded, from, to);
        values
            .computeIfAbsent(folded(decoded(encoded, from, equals)), name -> new ArrayList<>(1))
            .add(decoded(encoded, Math.min(equals + 1, to), to));
      }
      from = to + 1;
    }
    return new FormData(values);
  }

  /**
   * The value of the field of that name; empty where there is none.
   *
   * @throws HttpError 400 where there is more than one, of which nobody can know the right one
   */
  public Optional<String> single(String name) {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw new HttpError(400, "The parameter " + name + " is there more than once")
          .because(
              Diagnosis.of("a parameter is there more than once")
                  .seen(name + ", " + given.size() + " times")
                  .expected("each parameter once"));
    }
    return given.stream().findFirst();
  }

  /** Whether there is more than one field of that name. */
  public boolean repeats(String name) {
    return all(name).size() > 1;
  }

  /** The names of all fields in lower case, in the order in which they first came. */
  public Set<String> names() {
    return values.keySet();
  }

  private List<String> all(String name) {
    return values.getOrDefault(folded(name), List.of());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static int indexOf(char sign, byte[] encoded, int from, int to) {
    for (int i = from; i < to; i++) {
      if (encoded[i] == sign) {
        return i;
      }
    }
    return to;
  }

  private static String decoded(byte[] encoded, int from, int to) {
    return PercentEncoding.decodeForm(encoded, from, to)
        .orElseThrow(() -> new HttpError(400, "The parameters are not percent-encoded UTF-8"));
  }

  private static HttpError tooMany() {
    return new HttpError(400, "There are more than " + MOST_FIELDS + " parameters")
        .because(Diagnosis.of("too many parameters").expected("at most " + MOST_FIELDS));
  }
}
