package org.billingsso.config;

import java.util.stream.Stream;

/** Settings, or a section of them, that know which values make no sense together. */
public interface CrossChecked {

  /** What is wrong, in the order of the settings, with paths that begin at this section. */
  Stream<Contradiction> contradictions();
}
