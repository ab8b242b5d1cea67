package org.billingsso.store;

import java.util.regex.Pattern;

/**
 * What sort of record a key names, such as {@code login-link}. Keys of different kinds never meet,
 * whatever their ids.
 *
 * @param name lower-case words joined by hyphens, at most 32 characters
 */
public record Kind(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,31}");

  public Kind {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not the name of a kind: " + name);
    }
  }
}
