package org.billingsso.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.billingsso.directory.Secret;
import org.billingsso.signon.Issued;
import org.billingsso.signon.LoginLinks;
import org.billingsso.signon.Redemption;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginHash;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The core and the check of a login hash, without protocol or network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignOnBenchmark {
  private static final Secret KEY = Secret.of("demo-secret-key");
  private static final String DATE = "2026-11-22 12:00:00";

  private final LoginHash hash =
      new LoginHash(
          "DEMOSHOP",
          DATE,
          LoginHash.compute(HashAlgorithm.SHA256, KEY, "DEMOSHOP", DATE),
          "sha256");
  private Core core;
  private LoginLinks links;

  /** A store of its own for each iteration, since it grows. */
  @Setup(Level.Iteration)
  public void open() {
    core = Core.fresh();
    links = core.signOn().links();
  }

  @TearDown(Level.Iteration)
  public void close() {
    core.store().close();
  }

  @Benchmark
  public String mintAnId() {
    return links.newId(Core.KIND);
  }

  @Benchmark
  public Optional<HashAlgorithm> checkALoginHash() {
    return hash.madeWith(KEY);
  }

  @Benchmark
  public Issued issue() {
    return links.issue(Core.REQUEST);
  }

  @Benchmark
  public Redemption issueAndRedeem() {
    return links.redeem(Core.KIND, links.issue(Core.REQUEST).token(), Core.VISITOR);
  }
}
