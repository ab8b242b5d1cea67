package org.billingsso.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import org.billingsso.fidelity.Ledger.Emulated;
import org.billingsso.gateway.Platforms;
import org.billingsso.platform.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway claims to do as a platform is sourced, tested and on the page. */
class FidelityLedgerTest {
  private static final LedgerCheck CHECK =
      new LedgerCheck(TestMethods.ofThisProject(), SettableKeys.all());

  @Test
  void claimsNothingThatItCannotShow() {
    assertThat(CHECK.problems(Ledger.ofTheDocumentation())).isEmpty();
  }

  @Test
  void isAboutEveryPlatform() {
    assertThat(Ledger.ofTheDocumentation().platforms())
        .extracting(Emulated::name)
        .containsExactlyElementsOf(Platforms.ALL.stream().map(Platform::name).toList());
  }

  @Test
  void isThePageThatPeopleRead() throws Exception {
    String page = FidelityPage.of(Ledger.ofTheDocumentation());
    if (Boolean.getBoolean("fidelity.write")) {
      Files.writeString(FidelityPage.FILE, page);
    }

    assertThat(FidelityPage.FILE)
        .as("write it anew with: mvn test -Dtest=FidelityLedgerTest -Dfidelity.write=true")
        .hasContent(page);
  }

  @Nested
  class ALedger {
    private static final String RIGHT =
        """
        platforms:
          - name: chargebee
            title: Chargebee
            ids: cb
            notEmulated: [Everything else.]
        rules:
          - id: cb-session-001
            platform: chargebee
            mark: documented
            rule: An access URL works for an hour.
            source: A page that says so
            read: 2026-11
            setting: chargebee.linkValidity
            test: FidelityLedgerTest.ALedger.mayBeRight
        """;

    @Test
    void mayBeRight() {
      assertThat(CHECK.problems(Ledger.parse(RIGHT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "cb-session-001 | cb-session-1 | the id must be cb, a word and three digits",
          "cb-session-001 | 2co-session-001 | the id must be cb, a word and three digits",
          "platform: chargebee | platform: recurly | there is no platform recurly",
          "mark: documented | mark: decided | what is decided has no source",
          "source: A page that says so | | what is documented has a source",
          "read: 2026-11 | | come together",
          "chargebee.linkValidity | chargebee.linkvalidity | there is no setting",
          "chargebee.linkValidity | chargebee.sites[].linkValidity | there is no setting",
          "ALedger.mayBeRight | ALedger.mayBeWrong | there is no test",
          "ALedger.mayBeRight | mayBeRight | there is no test",
          "ALedger.mayBeRight | ALedger | there is no test",
          "FidelityLedgerTest.ALedger | Ledger | there is no test",
          "FidelityLedgerTest.ALedger.mayBeRight | LedgerTest.parse | there is no test",
          "FidelityLedgerTest.ALedger.mayBeRight | FidelityPage.of | there is no test",
          "notEmulated: [Everything else.] | | says nothing of what is not emulated",
        })
    void isRefusedThatClaimsWhatItCannotShow(String right, @Nullable String wrong, String problem) {
      Ledger ledger = Ledger.parse(RIGHT.replace(right, wrong == null ? "" : wrong));

      assertThat(CHECK.problems(ledger)).singleElement().asString().contains(problem);
    }

    @Test
    void isRefusedThatHasAnIdTwice() {
      Ledger ledger = Ledger.parse(RIGHT + RIGHT.substring(RIGHT.indexOf("  - id:")));

      assertThat(CHECK.problems(ledger)).containsExactly("cb-session-001: the id is there twice");
    }

    @Test
    void mayNameAKeyOfTheDirectory() {
      String key = "chargebee.sites[].whitelistedDomains";

      assertThat(CHECK.problems(Ledger.parse(RIGHT.replace("chargebee.linkValidity", key))))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mark: documented, mark: certain", "rule:, rulle:", "test:, tests:"})
    void isNotReadWhereItSaysMoreOrLessThanARowDoes(String right, String wrong) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Ledger.parse(RIGHT.replace(right, wrong)));
    }
  }
}
