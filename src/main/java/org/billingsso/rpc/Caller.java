package org.billingsso.rpc;

import org.billingsso.http.Incoming;
import org.billingsso.http.Origin;
import org.billingsso.signon.Address;

/**
 * Where a call came from and by which address of ours. A method that wants to know takes it as its
 * first parameter.
 *
 * @param address the back end's address
 * @param origin where it, and the browsers it speaks for, find this server
 */
public record Caller(Address address, Origin origin) {

  public static Caller of(Incoming request) {
    return new Caller(request.client(), request.origin());
  }
}
