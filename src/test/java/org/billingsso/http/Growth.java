package org.billingsso.http;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntConsumer;

/** How processor time grows with the size of what is worked on. */
final class Growth {
  /** Four times the size takes four times the time, give or take; sixteen were it quadratic. */
  static final double MOST = 10;

  private static final int ROUNDS = 7;
  private static final long LEAST_NANOS = 200_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /** The time for four times that size as a multiple of the time for it, at their best. */
  static double of(IntConsumer work, int size) {
    long one = Long.MAX_VALUE;
    long four = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      one = Math.min(one, nanos(work, size));
      four = Math.min(four, nanos(work, 4 * size));
    }
    return (double) four / Math.max(LEAST_NANOS, one);
  }

  private static long nanos(IntConsumer work, int size) {
    long before = THREADS.getCurrentThreadCpuTime();
    work.accept(size);
    return THREADS.getCurrentThreadCpuTime() - before;
  }
}
