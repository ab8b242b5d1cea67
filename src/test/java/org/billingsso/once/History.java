package org.billingsso.once;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import org.billingsso.once.Redemption.Outcome;

/**
 * What all clients of a gateway did and saw, in no particular order.
 *
 * @param outages when a node was down: a proxy may then have repeated a request
 */
record History(List<Issue> issues, List<Redemption> redemptions, List<Span> outages) {

  long count(Outcome outcome) {
    return redemptions.stream().filter(redemption -> redemption.outcome() == outcome).count();
  }

  /** How often what happened, in a line. */
  String summary() {
    return Arrays.stream(Outcome.values())
        .map(outcome -> outcome + " " + count(outcome))
        .collect(joining(", ", issues.size() + " links issued; visits: ", ""));
  }
}
