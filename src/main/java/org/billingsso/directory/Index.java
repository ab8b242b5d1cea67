package org.billingsso.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes the maps behind lookups. A {@link org.billingsso.config.Rule} has seen to it that no key
 * comes twice.
 */
public final class Index {
  private Index() {}

  /** By the one key that each value has. */
  public static <K, V> Map<K, V> by(Function<V, K> key, Stream<V> values) {
    return byEach(value -> List.of(key.apply(value)), values);
  }

  /** By a key that not every value has. */
  public static <K, V> Map<K, V> byOptional(Function<V, Optional<K>> key, Stream<V> values) {
    return byEach(value -> key.apply(value).stream().toList(), values);
  }

  /** By each of the keys that a value has. */
  public static <K, V> Map<K, V> byEach(Function<V, List<K>> keys, Stream<V> values) {
    Map<K, V> index = new HashMap<>();
    values.forEach(value -> keys.apply(value).forEach(key -> index.put(key, value)));
    return index;
  }

  /**
   * By the fingerprint of each secret that a value has, so that a lookup's time tells nothing about
   * the secrets.
   */
  public static <V> Map<String, V> bySecrets(Function<V, List<Secret>> secrets, Stream<V> values) {
    return byEach(value -> secrets.apply(value).stream().map(Secret::fingerprint).toList(), values);
  }

  /** All values of a key, in their order. */
  public static <K, V> Map<K, List<V>> groups(Function<V, K> key, Stream<V> values) {
    return values.collect(groupingBy(key, toUnmodifiableList()));
  }
}
