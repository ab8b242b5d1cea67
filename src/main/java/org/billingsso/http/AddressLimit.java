package org.billingsso.http;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLongArray;
import org.billingsso.signon.Address;

/**
 * How often something may be done in a second of the clock, for one address and altogether. It
 * takes the same small memory whoever calls: addresses share its counters, so that a few of them
 * may be allowed less than they would be alone. Safe for use by many threads.
 */
public final class AddressLimit {
  private static final int COUNTERS = 256;
  private static final int COUNT_BITS = 16;
  private static final int ALL = COUNTERS;

  private final int perAddress;
  private final int altogether;

  /** Of each: the second it is about, and in the lower bits how often it was done in it. */
  private final AtomicLongArray counters = new AtomicLongArray(COUNTERS + 1);

  /**
   * @param perAddress in a second, at most
   * @param altogether in a second for all addresses, at most 65,535
   */
  public AddressLimit(int perAddress, int altogether) {
    this.perAddress = perAddress;
    this.altogether = altogether;
  }

  /** Counts once more for that address; false where it has done so often enough. */
  public boolean take(Address address, Instant now) {
    int counter = Math.floorMod(address.hashCode() * 0x9e3779b9, COUNTERS);
    return count(counter, perAddress, now) && count(ALL, altogether, now);
  }

  private boolean count(int counter, int most, Instant now) {
    long first = now.getEpochSecond() << COUNT_BITS;
    while (true) {
      long before = counters.get(counter);
      boolean sameSecond = before >> COUNT_BITS == now.getEpochSecond();
      long after = sameSecond ? before + 1 : first + 1;
      if (sameSecond && before - first >= most) {
        return false;
      }
      if (counters.compareAndSet(counter, before, after)) {
        return true;
      }
    }
  }
}
