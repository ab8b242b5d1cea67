package org.billingsso.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A host as settings name it: an address or a name. */
public record HostName(String text) {

  /** Its address, if it has one. */
  Optional<InetAddress> address() {
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException unknown) {
      return Optional.empty();
    }
  }

  /** Whether it is certain that only this machine is meant. */
  public boolean isLoopback() {
    return address().filter(InetAddress::isLoopbackAddress).isPresent();
  }
}
