package org.billingsso.fidelity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.billingsso.fidelity.Ledger.Emulated;
import org.billingsso.fidelity.Ledger.Mark;
import org.billingsso.fidelity.Ledger.Row;

/**
 * Finds what a ledger claims and cannot show.
 *
 * @param tests what rows may name as their test
 * @param settings what rows may name as their setting
 */
record LedgerCheck(TestMethods tests, Set<String> settings) {

  /** What is wrong, a line each. */
  List<String> problems(Ledger ledger) {
    List<String> problems = new ArrayList<>();
    for (Emulated platform : ledger.platforms()) {
      if (platform.notEmulated().isEmpty()) {
        problems.add(platform.name() + " says nothing of what is not emulated");
      }
    }
    Set<String> ids = new HashSet<>();
    for (Row row : ledger.rules()) {
      List<String> wrong = wrong(row, ledger);
      if (!ids.add(row.id())) {
        wrong.add("the id is there twice");
      }
      wrong.forEach(what -> problems.add(row.id() + ": " + what));
    }
    return problems;
  }

  private List<String> wrong(Row row, Ledger ledger) {
    List<String> wrong = new ArrayList<>();
    Optional<Emulated> platform =
        ledger.platforms().stream().filter(each -> each.name().equals(row.platform())).findFirst();
    if (platform.isEmpty()) {
      wrong.add("there is no platform " + row.platform());
    } else if (!row.id().matches(platform.get().ids() + "-[a-z]+-[0-9]{3}")) {
      wrong.add("the id must be " + platform.get().ids() + ", a word and three digits");
    }
    boolean hasSource = row.source().isPresent();
    if (hasSource != (row.mark() != Mark.DECIDED)) {
      wrong.add("what is " + row.mark() + (hasSource ? " has no source" : " has a source"));
    } else if (hasSource != row.read().isPresent()) {
      wrong.add("a source and the month in which it was read come together");
    }
    row.setting()
        .filter(setting -> !settings.contains(setting))
        .ifPresent(setting -> wrong.add("there is no setting " + setting));
    if (!tests.has(row.test())) {
      wrong.add("there is no test " + row.test());
    }
    return wrong;
  }
}
