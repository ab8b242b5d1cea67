package org.billingsso.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import java.util.Arrays;
import java.util.Locale;

/** Reads the constants of every enumeration as people write them: {@code x-forwarded}. */
final class EnumsAsWords extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1;

  @Override
  public JsonDeserializer<?> modifyEnumDeserializer(
      DeserializationConfig config,
      JavaType type,
      BeanDescription description,
      JsonDeserializer<?> usual) {
    Object[] constants = type.getRawClass().getEnumConstants();
    String words = Arrays.stream(constants).map(EnumsAsWords::word).collect(joining(" or "));
    return new Word<>(
        Object.class,
        text ->
            Arrays.stream(constants)
                .filter(constant -> word(constant).equals(word(text)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be " + words)));
  }

  private static String word(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
