package org.billingsso.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The arguments of a call. Each has a name, in any letter case, or a position, counted from 0; some
 * positions in between may be missing.
 */
public final class Arguments {
  private static final Pattern POSITION = Pattern.compile("(?:param)?([0-9]{1,4})");

  private final Map<Integer, JsonNode> byPosition = new TreeMap<>();
  private final Map<String, JsonNode> byName = new TreeMap<>();

  /** Adds the argument at that position. */
  public Arguments at(int position, JsonNode value) {
    byPosition.put(position, value);
    return this;
  }

  /**
   * Adds the argument of that name. A number, or {@code param} and a number, is a position, as
   * PHP's clients write them.
   */
  public Arguments named(String name, JsonNode value) {
    String folded = name.toLowerCase(Locale.ROOT);
    var position = POSITION.matcher(folded);
    if (position.matches()) {
      return at(Integer.parseInt(position.group(1)), value);
    }
    byName.put(folded, value);
    return this;
  }

  /** The argument for the parameter of that position and lower-case name. */
  Optional<JsonNode> find(int position, String name) {
    JsonNode named = byName.get(name);
    return Optional.ofNullable(named == null ? byPosition.get(position) : named);
  }

  /** An argument that no parameter takes, if there is one, for a message to the client. */
  Optional<String> superfluous(Map<String, Integer> positionByName) {
    for (int position : byPosition.keySet()) {
      if (position >= positionByName.size()) {
        return Optional.of("takes at most " + positionByName.size() + " parameters");
      }
    }
    return positionByName.keySet().containsAll(byName.keySet())
        ? Optional.empty()
        : Optional.of("has no parameter of one of the names given");
  }
}
