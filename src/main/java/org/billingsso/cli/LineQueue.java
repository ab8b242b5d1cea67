package org.billingsso.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lines on their way to the log: who adds one never waits, and what finds no room is counted. */
final class LineQueue {
  private static final int MOST_AT_ONCE = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<String> lines = new ArrayDeque<>();
  private final int room;
  private long leftOut;
  private boolean isWriting;

  /**
   * @param room for how many lines
   */
  LineQueue(int room) {
    this.room = room;
  }

  /**
   * Lines to be written together.
   *
   * @param leftOut how many there was no room for after them
   */
  record Batch(List<String> lines, long leftOut) {}

  void add(String line) {
    lock.lock();
    try {
      if (lines.size() < room && leftOut == 0) {
        lines.add(line);
        changed.signalAll();
      } else {
        leftOut++;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The next lines, once there are any; those of the last batch are written. */
  Batch take() throws InterruptedException {
    lock.lock();
    try {
      isWriting = false;
      changed.signalAll();
      while (lines.isEmpty()) {
        changed.await();
      }
      isWriting = true;
      List<String> next = new ArrayList<>();
      while (next.size() < MOST_AT_ONCE && !lines.isEmpty()) {
        next.add(lines.remove());
      }
      long missing = lines.isEmpty() ? leftOut : 0;
      leftOut -= missing;
      return new Batch(next, missing);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all is written, but not for longer than that. */
  void awaitWritten(Duration limit) throws InterruptedException {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (left > 0 && (isWriting || !lines.isEmpty())) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
