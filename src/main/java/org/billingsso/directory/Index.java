package org.billingsso.directory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the maps behind lookups. {@link Rules} has seen to it that no key comes twice. */
final class Index {
  private Index() {}

  static <K, V> Map<K, V> by(Function<V, K> key, Stream<V> values) {
    return byEach(value -> List.of(key.apply(value)), values);
  }

  static <K, V> Map<K, V> byOptional(Function<V, Optional<K>> key, Stream<V> values) {
    return byEach(value -> key.apply(value).stream().toList(), values);
  }

  static <K, V> Map<K, V> byEach(Function<V, List<K>> keys, Stream<V> values) {
    Map<K, V> index = new HashMap<>();
    values.forEach(value -> keys.apply(value).forEach(key -> index.put(key, value)));
    return index;
  }

  static <K, V> Map<K, List<V>> groups(Function<V, K> key, Stream<V> values) {
    return values.collect(groupingBy(key, toUnmodifiableList()));
  }
}
