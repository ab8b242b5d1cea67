package org.billingsso.signon;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address, version 4 or 6. An IPv4-mapped IPv6 address is the IPv4 address it maps.
 *
 * @param value the address; never with a host name or a scope
 */
public record Address(InetAddress value) {
  private static final int IPV4_BYTES = 4;
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  /** Such as {@code 0000:0000:0000:0000:0000:ffff:255.255.255.255}. */
  private static final int LONGEST = 45;

  /** What may go to the JDK's parser: it has a colon, so the JDK does not take it for a name. */
  private static final Pattern IPV6_LIKE = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  public Address {
    value = withoutNameAndScope(value.getAddress());
  }

  /** The address a literal names; empty where the text is not an IPv4 or IPv6 literal. */
  public static Optional<Address> parse(String literal) {
    if (literal.length() > LONGEST) {
      return Optional.empty();
    }
    if (!IPV4.matcher(literal).matches() && !IPV6_LIKE.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Address(InetAddress.getByName(literal)));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  /**
   * What one household or machine has, as the address with which it begins: the /64 of an IPv6
   * address, whose other half anybody can choose; the address itself of version 4.
   */
  public Address network() {
    byte[] bytes = value.getAddress();
    if (bytes.length == IPV4_BYTES) {
      return this;
    }
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
    return new Address(withoutNameAndScope(bytes));
  }

  /** 4 bytes or 16, in network order. */
  public byte[] bytes() {
    return value.getAddress();
  }

  /** The canonical text: dotted quad, or RFC 5952. */
  @Override
  public String toString() {
    return value instanceof Inet4Address ? value.getHostAddress() : ipv6Text(value.getAddress());
  }

  private static String ipv6Text(byte[] bytes) {
    ByteBuffer words = ByteBuffer.wrap(bytes);
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = Short.toUnsignedInt(words.getShort());
    }
    int zerosFrom = -1;
    int zeros = 1;
    for (int from = 0; from < 8; from++) {
      int to = from;
      while (to < 8 && groups[to] == 0) {
        to++;
      }
      if (to - from > zeros) {
        zerosFrom = from;
        zeros = to - from;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == zerosFrom) {
        text.append("::");
        i += zeros - 1;
      } else {
        if (i > 0 && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static InetAddress withoutNameAndScope(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException("Not 4 or 16 bytes", impossible);
    }
  }
}
