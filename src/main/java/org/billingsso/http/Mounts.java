package org.billingsso.http;

import java.util.Optional;

/** Which routes answer which paths: those of one world, or of several below paths of their own. */
@FunctionalInterface
public interface Mounts {

  /**
   * Routes, and where they hang.
   *
   * @param base what comes before every path of theirs, without a slash at the end; empty at the
   *     root
   * @param refusal why nothing of them is served, in the words of each; empty where all is
   */
  record Mount(String base, Routes routes, Optional<HttpError> refusal) {

    /** Routes that are served. */
    public Mount(String base, Routes routes) {
      this(base, routes, Optional.empty());
    }
  }

  /** The routes for that path. */
  Mount at(String path);

  /** Those routes for all paths. */
  static Mounts root(Routes routes) {
    Mount root = new Mount("", routes);
    return path -> root;
  }
}
