package org.billingsso.http;

import java.util.Optional;
import org.billingsso.signon.Address;

/**
 * A block of addresses in CIDR notation, such as {@code 10.0.0.0/8}; a single address is a block of
 * one.
 *
 * @param network an address of the block
 * @param prefix how many leading bits all of its addresses share
 */
public record AddressRange(Address network, int prefix) {

  /** The block that the text names; empty where it names none. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    return Address.parse(literal)
        .flatMap(
            network -> {
              int bits = 8 * network.bytes().length;
              if (slash < 0) {
                return Optional.of(new AddressRange(network, bits));
              }
              return prefix(text.substring(slash + 1), bits)
                  .map(prefix -> new AddressRange(network, prefix));
            });
  }

  /** Whether the address lies in this block. */
  public boolean contains(Address address) {
    byte[] ours = network.bytes();
    byte[] theirs = address.bytes();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += 8) {
      int relevant = prefix - bit >= 8 ? 0xff : 0xff << (8 - (prefix - bit));
      if (((ours[bit / 8] ^ theirs[bit / 8]) & relevant) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return network + "/" + prefix;
  }

  private static Optional<Integer> prefix(String digits, int longest) {
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > longest) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(digits));
  }
}
