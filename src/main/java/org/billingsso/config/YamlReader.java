package org.billingsso.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerException;

/**
 * Reads one YAML document from the parser's events. The parser's own graph of nodes takes a
 * multiple of the memory, and data binding does not tell lines.
 */
final class YamlReader {
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final int DEEPEST = 50;

  private final Parser parser;
  private final Map<String, Yaml> anchors = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  private YamlReader(Parser parser) {
    this.parser = parser;
  }

  /**
   * The document in a text; an empty mapping where there is none.
   *
   * @throws YamlException where it is not one document of YAML
   */
  static Yaml read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    try {
      return new YamlReader(new ParserImpl(new StreamReader(text), options)).document();
    } catch (MarkedYAMLException e) {
      throw new YamlException(
          "is not YAML" + why(e), e.getProblemMark() == null ? 0 : line(e, text));
    } catch (ReaderException e) {
      int line = (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count() + 1;
      throw new YamlException("has a character that YAML does not allow", line);
    }
  }

  /** Where reading stopped, or the last line where it stopped behind it. */
  private static int line(MarkedYAMLException e, String text) {
    return Math.min(e.getProblemMark().getLine() + 1, (int) text.lines().count());
  }

  /** Only the scanner's words name no more of the text than a character. */
  private static String why(MarkedYAMLException e) {
    return e instanceof ScannerException ? ": " + e.getProblem() : "";
  }

  private Yaml document() {
    parser.getEvent(); // the stream's start
    if (parser.getEvent().is(ID.StreamEnd)) {
      return new Yaml.Mapping(List.of(), 1);
    }
    Yaml root = node(parser.getEvent(), 0);
    parser.getEvent(); // the document's end
    Event after = parser.getEvent();
    if (!after.is(ID.StreamEnd)) {
      throw new YamlException("must be one document of YAML", line(after));
    }
    return root;
  }

  private Yaml node(Event event, int depth) {
    if (event instanceof AliasEvent alias) {
      return referred(alias);
    }
    if (depth > DEEPEST) {
      throw new YamlException("is nested too deeply", line(event));
    }
    Yaml node =
        switch (event.getEventId()) {
          case MappingStart -> mapping(line(event), depth);
          case SequenceStart -> sequence(line(event), depth);
          default -> scalar((ScalarEvent) event);
        };
    if (((NodeEvent) event).getAnchor() != null) {
      anchors.put(((NodeEvent) event).getAnchor(), node);
    }
    return node;
  }

  private Yaml mapping(int line, int depth) {
    List<Yaml.Pair> entries = new ArrayList<>();
    for (Event key = parser.getEvent(); !key.is(ID.MappingEnd); key = parser.getEvent()) {
      String name = name(node(key, depth + 1), line(key));
      entries.add(new Yaml.Pair(name, node(parser.getEvent(), depth + 1)));
    }
    return new Yaml.Mapping(List.copyOf(entries), line);
  }

  private String name(Yaml key, int line) {
    if (key instanceof Yaml.Scalar scalar) {
      return keys.computeIfAbsent(scalar.text(), text -> text);
    }
    throw new YamlException("must have texts as its keys", line);
  }

  private Yaml sequence(int line, int depth) {
    List<Yaml> items = new ArrayList<>();
    for (Event item = parser.getEvent(); !item.is(ID.SequenceEnd); item = parser.getEvent()) {
      items.add(node(item, depth + 1));
    }
    return new Yaml.Sequence(List.copyOf(items), line);
  }

  private static Yaml scalar(ScalarEvent event) {
    boolean absent = event.isPlain() && NOTHING.contains(event.getValue());
    return new Yaml.Scalar(event.getValue(), absent, line(event));
  }

  private Yaml referred(AliasEvent alias) {
    Yaml node = anchors.get(alias.getAnchor());
    if (node == null) {
      throw new YamlException("has an alias (*) without an anchor (&) before it", line(alias));
    }
    return node;
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}
