package org.billingsso.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * The members of header fields that are lists, read so that nothing a client sends fails. A comma
 * between quotation marks parts no members. Fields whose quotation marks do not match are no lists.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1">RFC 9110, 5.6.1 Lists</a>
 */
final class HeaderList {
  /** More than browsers, clients and chains of proxies send. */
  static final int MOST_MEMBERS = 100;

  private static final Pattern WEIGHT = Pattern.compile("[0-9]{0,3}(\\.[0-9]{0,20})?");
  private static final Pattern ZERO = Pattern.compile("[0.]*");

  private HeaderList() {}

  /**
   * What the client admits by a field such as {@code Accept}: in lower case, without parameters,
   * without what has the weight 0. Nothing where it cannot be read, and no more than the first
   * {@link #MOST_MEMBERS}.
   */
  static List<String> accepted(HttpFields headers, String name) {
    List<String> accepted = new ArrayList<>();
    int seen = 0;
    for (String field : headers.getValuesList(name)) {
      if (!isQuotedRight(field)) {
        return List.of();
      }
      for (String member : split(field, ',')) {
        if (++seen > MOST_MEMBERS) {
          return accepted;
        }
        List<String> parts = split(member, ';');
        if (!parts.isEmpty() && parts.stream().allMatch(HeaderList::admits)) {
          accepted.add(parts.get(0).toLowerCase(Locale.ROOT));
        }
      }
    }
    return accepted;
  }

  /**
   * What proxies have added by and by, the last of them first, and no more than {@link
   * #MOST_MEMBERS} of it. A field that cannot be read is split at its commas, since behind what its
   * client invented there is what its proxy saw.
   */
  static List<String> lastFirst(HttpFields headers, String name) {
    List<String> fields = headers.getValuesList(name);
    List<String> last = new ArrayList<>();
    for (int field = fields.size() - 1; field >= 0; field--) {
      List<String> members = split(fields.get(field), ',');
      for (int i = members.size() - 1; i >= 0; i--) {
        if (last.size() == MOST_MEMBERS) {
          return last;
        }
        last.add(members.get(i));
      }
    }
    return last;
  }

  /** The parts of a text at that sign, stripped, without empty ones. */
  static List<String> split(String text, char at) {
    boolean quotes = isQuotedRight(text);
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || (text.charAt(i) == at && !quoted)) {
        String part = text.substring(from, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = i + 1;
      } else if (text.charAt(i) == '"') {
        quoted = quotes && !quoted;
      } else if (text.charAt(i) == '\\' && quoted) {
        i++;
      }
    }
    return parts;
  }

  /** The text between quotation marks; any other text as it is. */
  static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
        : text;
  }

  private static boolean isQuotedRight(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        quoted = !quoted;
      } else if (text.charAt(i) == '\\' && quoted) {
        i++;
      }
    }
    return !quoted;
  }

  /** Whether that part of a member does not say that it is the least wanted. */
  private static boolean admits(String part) {
    String[] nameAndValue = part.split("=", 2);
    if (nameAndValue.length < 2 || !nameAndValue[0].strip().equalsIgnoreCase("q")) {
      return true;
    }
    String weight = nameAndValue[1].strip();
    return WEIGHT.matcher(weight).matches() && !ZERO.matcher(weight).matches();
  }
}
