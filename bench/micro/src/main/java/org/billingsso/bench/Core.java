package org.billingsso.bench;

import java.time.Duration;
import java.time.InstantSource;
import org.billingsso.signon.Address;
import org.billingsso.signon.Subject;
import org.billingsso.signon.Lifetimes;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.TokenShape;
import org.billingsso.store.MemoryStore;
import org.billingsso.store.Store;

/** The core over a store, and a request like that of getSingleSignOn. */
record Core(SignOn signOn, Store store) {
  static final PortalKind KIND =
      new PortalKind("2checkout-myaccount", LinkPolicy.of(TokenShape.hex(40), Duration.ofHours(1)));
  static final LinkRequest REQUEST =
      LinkRequest.of(
          KIND, new Subject("DEMOSHOP", "352365983", "ada@example.com"), "/myaccount/?lang=en");
  static final Address VISITOR = Address.parse("198.51.100.7").orElseThrow();

  /** Over an empty memory store. */
  static Core fresh() {
    return over(new MemoryStore(InstantSource.system()));
  }

  static Core over(Store store) {
    ServerKey key = new ServerKey(new byte[ServerKey.BYTES]);
    Lifetimes lifetimes = new Lifetimes(Duration.ofHours(1), Duration.ofDays(1));
    return new Core(SignOn.over(store, InstantSource.system(), key, lifetimes), store);
  }
}
