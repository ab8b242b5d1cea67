package org.billingsso.config;

import java.util.Optional;

/**
 * A setting that there is.
 *
 * @param path its name in YAML, such as {@code twocheckout.refuseMd5}
 * @param description what it is for, in a few words
 * @param usual its default as the file would give it; nothing where it has none
 */
public record KnownSetting(String path, String description, Optional<String> usual) {}
