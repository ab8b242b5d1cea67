package org.billingsso.journal;

import java.util.function.Consumer;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of every outcome that is not what the caller wanted, in a line of the log. */
public final class OutcomeLog implements Consumer<Outcome> {
  private static final Logger log = LoggerFactory.getLogger(OutcomeLog.class);

  @Override
  public void accept(Outcome outcome) {
    if (outcome instanceof Outcome.Called called) {
      called.refusal().ifPresent(refusal -> refused(called, refusal));
    } else if (outcome instanceof Outcome.Redeemed redeemed) {
      redeemed.diagnosis().ifPresent(diagnosis -> refused(redeemed, diagnosis));
    } else if (outcome instanceof Outcome.Rejected rejected) {
      log.info(
          "{} {} from {} was answered with {}: {}",
          Printable.value(rejected.method()),
          rejected.route(),
          rejected.client(),
          rejected.status(),
          rejected.diagnosis().sentence());
    } else if (outcome instanceof Outcome.Unavailable unavailable) {
      log.error(
          "{} from {} failed, since the store did not do its work: {}",
          Printable.value(unavailable.what()),
          unavailable.client(),
          unavailable.why());
    } else if (outcome instanceof Outcome.Failed failed) {
      log.error(
          "{} from {} failed: please report this",
          Printable.value(failed.what()),
          failed.client(),
          failed.cause());
    }
  }

  private static void refused(Outcome.Called called, ApiRefusal refusal) {
    log.info(
        "{} {} from {}{} was refused with {}: {}",
        called.platform(),
        Printable.value(called.method()),
        called.client(),
        called.caller().map(name -> " (" + Printable.value(name) + ")").orElse(""),
        refusal.code(),
        refusal.why());
  }

  private static void refused(Outcome.Redeemed redeemed, Diagnosis diagnosis) {
    Redemption.Refused refused = (Redemption.Refused) redeemed.result();
    log.warn(
        "{} refused a login link to {} ({}): {}",
        redeemed.portalKind(),
        redeemed.client(),
        refused.link().map(OutcomeLog::name).orElse("no record"),
        diagnosis.sentence());
  }

  private static String name(LoginLink link) {
    Subject subject = link.subject();
    return "link " + link.id() + " for " + subject.account() + " of " + subject.tenant();
  }
}
