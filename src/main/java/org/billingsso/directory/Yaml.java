package org.billingsso.directory;

import java.io.Reader;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML into its graph of nodes, which know their lines; makes no object of any. */
final class Yaml {
  private Yaml() {}

  /** The only document; an empty mapping where there is nothing. */
  static Node compose(String text) {
    return compose(new StringReader(text));
  }

  static Node compose(Reader text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    Node root = new org.yaml.snakeyaml.Yaml(options).compose(text);
    return root == null ? compose("{}") : root;
  }
}
