package org.billingsso.store;

import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What follows the scheme of a server's URL: {@code //user:password@host:port,host:port/path?a=b}.
 * User, password, path and parameters may be percent-encoded. {@code toString} leaves the password
 * and the parameters out.
 */
record ServerAddress(
    Optional<String> user,
    Optional<String> password,
    List<HostPort> servers,
    String path,
    Map<String, String> parameters) {

  private static final Pattern FORM =
      Pattern.compile(
          "//(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<hosts>[^@/?]+)"
              + "(?:/(?<path>[^?/]*))?(?:\\?(?<query>.*))?");

  /**
   * Reads an address.
   *
   * @param example a whole URL that would be right, for the message
   * @param known the parameters there are
   */
  static ServerAddress parse(String rest, int defaultPort, String example, Set<String> known) {
    Matcher matcher = FORM.matcher(rest);
    if (!matcher.matches()) {
      throw new InvalidStoreUrlException(
          "The store URL is malformed; it should look like "
              + example
              + ". In a user or password, write @ / ? : as %40 %2F %3F %3A.");
    }
    return new ServerAddress(
        part(matcher, "user"),
        part(matcher, "password"),
        Arrays.stream(matcher.group("hosts").split(",", -1))
            .map(host -> HostPort.parse(host, defaultPort))
            .toList(),
        part(matcher, "path").orElse(""),
        parameters(matcher.group("query"), known));
  }

  private static Optional<String> part(Matcher matcher, String name) {
    return Optional.ofNullable(matcher.group(name))
        .filter(text -> !text.isEmpty())
        .map(ServerAddress::decoded);
  }

  private static Map<String, String> parameters(@Nullable String query, Set<String> known) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        if (!known.contains(name)) {
          throw new InvalidStoreUrlException(
              "The store URL has no parameter \"" + name + "\". Possible are " + known + ".");
        }
        parameters.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidStoreUrlException(
          "The store URL has a % that two hexadecimal digits should follow; write % as %25.");
    }
  }

  /** The value of a parameter that is a whole number from {@code least} to {@code most}. */
  int number(String name, int absent, int least, int most) {
    String value = parameters.get(name);
    if (value == null) {
      return absent;
    }
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new InvalidStoreUrlException(
        "The parameter " + name + " of the store URL is from " + least + " to " + most + ".");
  }

  String hosts() {
    return servers.stream().map(HostPort::toString).collect(joining(","));
  }

  @Override
  public String toString() {
    return "//"
        + user.map(name -> name + "@").orElse("")
        + hosts()
        + (path.isEmpty() ? "" : "/" + path);
  }
}
