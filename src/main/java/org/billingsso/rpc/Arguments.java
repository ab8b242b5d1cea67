package org.billingsso.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call. Each has a name, in any letter case, or a position, counted from 0; some
 * positions in between may be missing. Where a client made all names up, they are taken by their
 * order.
 */
public final class Arguments {
  /** More than any method takes. */
  private static final int MOST = 100;

  private static final Pattern POSITION = Pattern.compile("(?:param)?([0-9]{1,4})");

  /** What clients without a description call their parameters: arg0, in0, c-gensym3. */
  private static final Pattern MADE_UP = Pattern.compile("[a-z_-]{1,20}[0-9]{1,9}");

  private final Map<Integer, JsonNode> byPosition = new HashMap<>();
  private final Map<String, JsonNode> byName = new LinkedHashMap<>();
  private @Nullable Diagnosis problem;

  /** Adds the argument at that position. */
  public Arguments at(int position, JsonNode value) {
    return add(byPosition, position, value);
  }

  /**
   * Adds the argument of that name. A number, or {@code param} and a number, is a position, as
   * PHP's clients write them.
   */
  public Arguments named(String name, JsonNode value) {
    String folded = name.toLowerCase(Locale.ROOT);
    var position = POSITION.matcher(folded);
    return position.matches()
        ? at(Integer.parseInt(position.group(1)), value)
        : add(byName, folded, value);
  }

  /** Notes that the caller gave an argument of that name more than once. */
  public void repeated(String name) {
    problem = twice(name);
  }

  private <K> Arguments add(Map<K, JsonNode> arguments, K key, JsonNode value) {
    if (byPosition.size() + byName.size() == MOST) {
      problem = Diagnosis.of("there are too many arguments").expected("at most " + MOST);
    } else if (arguments.put(key, value) != null) {
      problem = twice(key.toString());
    }
    return this;
  }

  /** The argument for the parameter of that position and lower-case name. */
  Optional<JsonNode> find(int position, String name) {
    JsonNode named = byName.get(name);
    return Optional.ofNullable(named == null ? byPosition.get(position) : named);
  }

  /**
   * Makes sure that each argument is for one parameter, and each parameter has one at most.
   *
   * @param positionByName the parameters, their names in lower case
   * @throws ApiRefusal where that is not so
   */
  void fitTo(Map<String, Integer> positionByName) {
    if (fit(positionByName)) {
      return;
    }
    if (areMadeUp(positionByName)) {
      byName.values().forEach(value -> byPosition.put(byPosition.size(), value));
      byName.clear();
    }
    if (!fit(positionByName)) {
      throw ProtocolError.INVALID_PARAMS.because(
          Optional.ofNullable(problem)
              .or(() -> superfluous(positionByName))
              .or(() -> byNameAndPosition(positionByName))
              .orElseThrow());
    }
  }

  /** Quick, since nearly all do. */
  private boolean fit(Map<String, Integer> positionByName) {
    for (Integer position : byPosition.keySet()) {
      if (position >= positionByName.size()) {
        return false;
      }
    }
    for (String name : byName.keySet()) {
      Integer position = positionByName.get(name);
      if (position == null || byPosition.containsKey(position)) {
        return false;
      }
    }
    return problem == null;
  }

  private boolean areMadeUp(Map<String, Integer> positionByName) {
    return byPosition.isEmpty()
        && byName.keySet().stream()
            .allMatch(name -> !positionByName.containsKey(name) && MADE_UP.matcher(name).matches());
  }

  private Optional<Diagnosis> superfluous(Map<String, Integer> positionByName) {
    String names = String.join(", ", positionByName.keySet());
    Optional<Diagnosis> position =
        byPosition.keySet().stream()
            .filter(each -> each >= positionByName.size())
            .max(Integer::compare)
            .map(
                last ->
                    Diagnosis.of("the method takes fewer parameters")
                        .seen("one at position " + last + ", counted from 0")
                        .expected(positionByName.size() + " at most: " + names));
    return position.or(
        () ->
            byName.keySet().stream()
                .filter(name -> !positionByName.containsKey(name))
                .min(String::compareTo)
                .map(
                    name ->
                        Diagnosis.of("the method has no parameter of that name")
                            .seen(name)
                            .expected(names)));
  }

  private Optional<Diagnosis> byNameAndPosition(Map<String, Integer> positionByName) {
    return byName.keySet().stream()
        .filter(name -> byPosition.containsKey(positionByName.get(name)))
        .min(String::compareTo)
        .map(Arguments::twice);
  }

  private static Diagnosis twice(String key) {
    return Diagnosis.of("a parameter is there twice, in one spelling or in two")
        .seen(key)
        .expected("each parameter once, by name or by position");
  }
}
