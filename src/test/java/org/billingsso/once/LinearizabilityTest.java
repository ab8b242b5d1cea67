package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.billingsso.TestClock;
import org.billingsso.signon.Address;
import org.billingsso.signon.Holder;
import org.billingsso.signon.Issued;
import org.billingsso.signon.Lifetimes;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.LoginLinks;
import org.billingsso.signon.Realm;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.TokenShape;
import org.billingsso.store.MemoryStore;
import org.billingsso.store.Store;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * Issuing, redeeming, superseding and revoking one link by several threads: what they are told
 * could have happened one after the other. Lincheck makes up the scenarios and runs them in its
 * stress mode; the core draws random tokens and hashes them, and its model checker needs runs that
 * repeat exactly. {@code -Dlincheck.iterations} makes it longer.
 */
class LinearizabilityTest {
  private static final int ITERATIONS = Integer.getInteger("lincheck.iterations", 10);

  @Test
  void everythingThatThreadsAreToldHasAnOrder() {
    options().check(OnTheMemoryEngine.class);
  }

  @Test
  void anEngineWhoseReplaceIsNotAtomicIsCaught() {
    assertThatThrownBy(() -> options().check(OnARacyEngine.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  private static StressOptions options() {
    return new StressOptions()
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(1)
        .iterations(ITERATIONS)
        .invocationsPerIteration(300)
        .minimizeFailedScenario(false)
        .sequentialSpecification(OneLink.class);
  }

  /** What can be done with a link, on the real core. */
  public abstract static class Links {
    private static final Realm REALM =
        new Realm(
            "model", LinkPolicy.of(TokenShape.guid(), Duration.ofMinutes(1)).newestSuperseding());
    private static final Holder ADA = new Holder("demo", "ada");
    private static final Address BROWSER = Address.parse("192.0.2.1").orElseThrow();

    private final Store memory;
    private final LoginLinks links;
    private final Issued first;

    Links(Function<Store, Store> engine) {
      InstantSource clock = InstantSource.fixed(TestClock.START);
      memory = new MemoryStore(clock);
      links =
          SignOn.over(
                  engine.apply(memory),
                  clock,
                  new ServerKey(new byte[ServerKey.BYTES]),
                  new Lifetimes(Duration.ofHours(1), Duration.ofDays(1)))
              .links();
      first = issue();
    }

    private Issued issue() {
      return links.issue(LinkRequest.of(REALM, ADA, ""));
    }

    @Operation
    public String redeem() {
      Redemption redemption = links.redeem(REALM, first.token(), BROWSER);
      return redemption instanceof Redemption.Refused refused
          ? refused.why().getClass().getSimpleName()
          : "Admitted";
    }

    @Operation
    public String revoke() {
      return links.revoke(REALM, first.token(), BROWSER).map(Links::state).orElse("Unknown");
    }

    /** Issues another link; what has become of the first one is then for good. */
    @Operation
    public String supersede() {
      issue();
      return links.look(REALM, first.token()).map(Links::state).orElse("Unknown");
    }

    private static String state(LoginLink link) {
      return link.state().getClass().getSimpleName();
    }

    @Validate
    public void close() {
      long usable =
          links.newest(10).stream().filter(link -> link.isUsableAt(TestClock.START)).count();
      memory.close();
      if (usable > 1) {
        throw new IllegalStateException(usable + " links of one holder can be used");
      }
    }
  }

  /** The engine as it is. */
  public static final class OnTheMemoryEngine extends Links {
    public OnTheMemoryEngine() {
      super(Function.identity());
    }
  }

  /** An engine that looks first and replaces then. */
  public static final class OnARacyEngine extends Links {
    public OnARacyEngine() {
      super(RacyStore::new);
    }
  }

  /** The same with one thread and no engine: what is right. */
  public static final class OneLink {
    private String state = "Issued";

    public String redeem() {
      if (state.equals("Issued")) {
        state = "Used";
        return "Admitted";
      }
      return state;
    }

    public String revoke() {
      return endedAs("Revoked");
    }

    public String supersede() {
      return endedAs("Superseded");
    }

    private String endedAs(String end) {
      if (state.equals("Issued")) {
        state = end;
      }
      return state;
    }
  }
}
