package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.billingsso.TestClock;
import org.billingsso.signon.Address;
import org.billingsso.signon.Issued;
import org.billingsso.signon.Lifetimes;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.LoginLinks;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;
import org.billingsso.store.Kind;
import org.billingsso.store.MemoryStore;
import org.billingsso.store.MovableStore;
import org.billingsso.store.Store;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Issuing, redeeming, superseding and revoking one link by several threads: what they are told
 * could have happened one after the other. Lincheck makes up the scenarios; its model checker goes
 * through the ways in which the threads' steps can follow each other, its stress mode lets them run
 * freely. {@code -Dlincheck.iterations} makes both longer.
 */
class LinearizabilityTest {
  private static final int ITERATIONS = Integer.getInteger("lincheck.iterations", 10);

  /** Made outside of the model, which is no place for a thread that tidies up. */
  private static final MovableStore MEMORY = new MemoryStore(InstantSource.fixed(TestClock.START));

  @BeforeAll
  static void repeatably() {
    RepeatableRandom.install();
  }

  @Test
  void everythingThatThreadsAreToldHasAnOrder() {
    stress().check(OnTheMemoryEngine.class);
  }

  @Test
  void everythingThatThreadsAreToldHasAnOrderHoweverTheirStepsFollowEachOther() {
    model().check(OnTheMemoryEngine.class);
  }

  @Test
  void anEngineWhoseReplaceIsNotAtomicIsCaught() {
    assertThatThrownBy(() -> stress().check(OnARacyEngine.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  @Test
  void theModelCheckerCatchesItToo() {
    assertThatThrownBy(() -> model().check(OnARacyEngine.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  private static ModelCheckingOptions model() {
    return new ModelCheckingOptions()
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(1)
        .iterations(ITERATIONS)
        .invocationsPerIteration(100)
        .minimizeFailedScenario(false)
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses(LinearizabilityTest::isNoPartOfTheModel)
                .allMethods()
                .ignore())
        .sequentialSpecification(OneLink.class);
  }

  /** What threads don't meet in: it holds nothing, or what it holds is one thread's. */
  private static boolean isNoPartOfTheModel(String className) {
    return !className.startsWith("org.billingsso.");
  }

  private static StressOptions stress() {
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
    private static final PortalKind KIND =
        new PortalKind(
            "model", LinkPolicy.of(TokenShape.guid(), Duration.ofMinutes(1)).newestSuperseding());
    private static final Subject ADA = new Subject("demo", "ada");
    private static final Address BROWSER = Address.parse("192.0.2.1").orElseThrow();

    private final LoginLinks links;
    private final Queue<Token> issued = new ConcurrentLinkedQueue<>();
    private final Issued first;

    Links(Function<Store, Store> engine) {
      InstantSource clock = InstantSource.fixed(TestClock.START);
      RepeatableRandom.restart();
      empty(new Kind("login-link"));
      empty(new Kind("current-link"));
      links =
          SignOn.over(
                  engine.apply(MEMORY),
                  clock,
                  new ServerKey(new byte[ServerKey.BYTES]),
                  new Lifetimes(Duration.ofHours(1), Duration.ofDays(1)))
              .links();
      first = issue();
    }

    private static void empty(Kind kind) {
      MEMORY.forEach(
          entry -> {
            if (entry.key().kind().equals(kind)) {
              MEMORY.remove(entry.key());
            }
          });
    }

    private Issued issue() {
      Issued link = links.issue(LinkRequest.of(KIND, ADA, ""));
      issued.add(link.token());
      return link;
    }

    @Operation
    public String redeem() {
      Redemption redemption = links.redeem(KIND, first.token(), BROWSER);
      return redemption instanceof Redemption.Refused refused
          ? refused.why().getClass().getSimpleName().replace("Already", "")
          : "Admitted";
    }

    @Operation
    public String revoke() {
      return links.revoke(KIND, first.token(), BROWSER).map(Links::state).orElse("Unknown");
    }

    /** Issues another link; what has become of the first one is then for good. */
    @Operation
    public String supersede() {
      issue();
      return links.look(KIND, first.token()).map(Links::state).orElse("Unknown");
    }

    private static String state(LoginLink link) {
      return link.state().getClass().getSimpleName();
    }

    @Validate
    public void oneLinkAtMostIsUsable() {
      long usable =
          issued.stream()
              .flatMap(token -> links.look(KIND, token).stream())
              .filter(link -> link.isUsableAt(TestClock.START))
              .count();
      if (usable > 1) {
        throw new IllegalStateException(usable + " links of one subject can be used");
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
