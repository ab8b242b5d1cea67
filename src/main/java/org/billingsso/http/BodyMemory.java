package org.billingsso.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all bodies may take together that are being read or answered, so that many
 * unfinished ones cannot fill the heap.
 */
final class BodyMemory {
  private static final int PART_OF_THE_HEAP = 4;

  private final long most;
  private final AtomicLong taken = new AtomicLong();

  BodyMemory(long most) {
    this.most = most;
  }

  /** A quarter of this JVM's heap. */
  static BodyMemory ofThisProcess() {
    return new BodyMemory(Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP);
  }

  /** Takes so many bytes, if there are. */
  boolean take(int bytes) {
    if (taken.addAndGet(bytes) <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }

  /** How many bytes are taken now. */
  long taken() {
    return taken.get();
  }
}
