package org.billingsso.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What has come of a body. Where that is more than of a usual call, its room is taken of the memory
 * for all bodies.
 */
final class BodyBuffer {
  static final int SHORT_BYTES = 4 << 10;

  private static final byte[] NOTHING = new byte[0];

  private final BodyMemory memory;
  private final long longest;
  private byte[] room = NOTHING;
  private int length;
  private int taken;

  /**
   * @param longest as many bytes as there can be
   */
  BodyBuffer(BodyMemory memory, long longest) {
    this.memory = memory;
    this.longest = longest;
  }

  /** Takes what has arrived; false where there is no memory for it. */
  boolean add(ByteBuffer arrived) {
    int needed = length + arrived.remaining();
    if (needed > room.length && !grow(needed)) {
      return false;
    }
    arrived.get(room, length, arrived.remaining());
    length = needed;
    return true;
  }

  private boolean grow(int needed) {
    int larger = Math.max(needed, (int) Math.min(longest, 2L * room.length));
    int more = larger > SHORT_BYTES ? larger - taken : 0;
    if (!memory.take(more)) {
      return false;
    }
    taken += more;
    room = Arrays.copyOf(room, larger);
    return true;
  }

  /** Lets go of what has arrived: it will not be needed. */
  void forget() {
    memory.giveBack(taken);
    taken = 0;
    room = NOTHING;
    length = 0;
  }

  /** All that has arrived. */
  byte[] bytes() {
    return length == room.length ? room : Arrays.copyOf(room, length);
  }

  /** How much of the memory for bodies it takes. */
  int taken() {
    return taken;
  }
}
