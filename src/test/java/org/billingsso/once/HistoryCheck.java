package org.billingsso.once;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells from a history alone whether every link kept its promises: one visitor, once, in time, and
 * no refusal without its reason. Where requests overlapped, each order in which they may have taken
 * effect is allowed.
 */
final class HistoryCheck {
  private final Map<String, Issue> issues;
  private final Map<String, List<Issue>> issuesByHolder;
  private final Map<String, List<Redemption>> redemptionsByLink;
  private final List<Span> outages;
  private final List<String> violations = new ArrayList<>();

  private HistoryCheck(History history) {
    issues =
        history.issues().stream()
            .filter(issue -> !issue.link().isEmpty())
            .collect(toMap(Issue::link, Function.identity()));
    issuesByHolder =
        history.issues().stream()
            .filter(issue -> !issue.holder().isEmpty())
            .collect(groupingBy(Issue::holder));
    outages = history.outages();
    redemptionsByLink = history.redemptions().stream().collect(groupingBy(Redemption::link));
  }

  /** A sentence for each broken promise. */
  static List<String> violations(History history) {
    HistoryCheck check = new HistoryCheck(history);
    check.redemptionsByLink.forEach(check::checkLink);
    check.issuesByHolder.values().forEach(check::checkHolder);
    return check.violations;
  }

  private void checkLink(String link, List<Redemption> redemptions) {
    Issue issue = issues.get(link);
    if (issue == null) {
      violations.add("Link " + link + " was followed and never issued");
      return;
    }
    if (redemptions.stream().filter(Redemption::claimed).count() > 1) {
      violations.add("Link " + link + " was redeemed twice: " + redemptions);
    }
    redemptions.forEach(redemption -> check(issue, redemption));
  }

  private void check(Issue issue, Redemption redemption) {
    switch (redemption.outcome()) {
      case ADMITTED -> checkClaim(issue, redemption);
      case SHUT_OUT -> {
        checkClaim(issue, redemption);
        violations.add("A winner got no session: " + redemption);
      }
      case USED -> require(wasPerhapsUsed(redemption), "nobody had used it", issue, redemption);
      case SUPERSEDED ->
          require(
              rivals(issue).anyMatch(rival -> mayHaveEnded(rival, issue, redemption)),
              "no newer one was asked for",
              issue,
              redemption);
      case EXPIRED ->
          require(
              !redemption.span().to().isBefore(issue.earliestExpiry()),
              "its time was not over",
              issue,
              redemption);
      case UNKNOWN -> require(false, "it was issued", issue, redemption);
      case UNANSWERED -> {}
    }
  }

  private void checkClaim(Issue issue, Redemption redemption) {
    if (!redemption.span().from().isBefore(issue.latestExpiry())) {
      violations.add("An expired link was redeemed: " + issue + " by " + redemption);
    }
    if (rivals(issue)
        .anyMatch(
            rival ->
                issue.span().precedes(rival.span()) && rival.span().precedes(redemption.span()))) {
      violations.add("A superseded link was redeemed: " + issue + " by " + redemption);
    }
  }

  private void require(boolean reason, String lack, Issue issue, Redemption redemption) {
    if (!reason) {
      violations.add("A link was refused although " + lack + ": " + issue + " by " + redemption);
    }
  }

  private boolean wasPerhapsUsed(Redemption refused) {
    return redemptionsByLink.getOrDefault(refused.link(), List.of()).stream()
        .anyMatch(other -> mayHaveClaimed(other) && !refused.span().precedes(other.span()));
  }

  /** A lost node may have used the link up before a proxy asked another one, which refused it. */
  private boolean mayHaveClaimed(Redemption redemption) {
    return switch (redemption.outcome()) {
      case ADMITTED, SHUT_OUT, UNANSWERED -> true;
      case USED -> outages.stream().anyMatch(redemption.span()::overlaps);
      case SUPERSEDED, EXPIRED, UNKNOWN -> false;
    };
  }

  private Stream<Issue> rivals(Issue issue) {
    return issuesByHolder.getOrDefault(issue.holder(), List.of()).stream()
        .filter(other -> !other.equals(issue));
  }

  private static boolean mayHaveEnded(Issue rival, Issue issue, Redemption refused) {
    return !rival.span().precedes(issue.span()) && !refused.span().precedes(rival.span());
  }

  /** Of two links of a subject, one has ended the other once both are answered. */
  private void checkHolder(List<Issue> ofHolder) {
    List<Issue> redeemed = ofHolder.stream().filter(issue -> !claims(issue).isEmpty()).toList();
    for (int i = 0; i < redeemed.size(); i++) {
      for (Issue other : redeemed.subList(i + 1, redeemed.size())) {
        Issue one = redeemed.get(i);
        if (claimedAfter(one, other) && claimedAfter(other, one)) {
          violations.add("Two links of one subject were good at once: " + one + " and " + other);
        }
      }
    }
  }

  /** Whether that link was redeemed by a request that began after both were answered. */
  private boolean claimedAfter(Issue issue, Issue other) {
    return claims(issue).stream()
        .map(Redemption::span)
        .anyMatch(span -> issue.span().precedes(span) && other.span().precedes(span));
  }

  private List<Redemption> claims(Issue issue) {
    return redemptionsByLink.getOrDefault(issue.link(), List.of()).stream()
        .filter(Redemption::claimed)
        .toList();
  }
}
