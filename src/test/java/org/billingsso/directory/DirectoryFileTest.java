package org.billingsso.directory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.billingsso.Accounts;
import org.billingsso.chargebee.Sites;
import org.billingsso.config.Problem;
import org.billingsso.config.Reading;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.gateway.Platforms;
import org.billingsso.planhat.IssueShape;
import org.billingsso.planhat.Tenants;
import org.billingsso.twocheckout.Merchants;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryFileTest {

  private static final String TEXT = "text";

  /** A directory that is right, and in which one text at a time is put wrong. */
  private static final String RIGHT = resource("right.yaml");

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("directory.yaml"), RIGHT);

    Directory directory =
        Platforms.DIRECTORY
            .read(file)
            .orElseThrow(problems -> new DirectoryException("", problems));

    assertThat(directory.section(Merchants.SECTION).all()).hasSize(2);
    assertThat(directory.section(Sites.SECTION).all()).hasSize(2);
    assertThat(directory.section(Tenants.SECTION).find("north").orElseThrow().issueShape())
        .isEqualTo(IssueShape.JSON_STRING);
    assertThat(
            directory
                .section(FusebillAccounts.SECTION)
                .find("east")
                .orElseThrow()
                .loginUrl()
                .orElseThrow())
        .hasToString("https://www.example.com/login");
  }

  @Test
  void takesADirectoryThatLacksAPlatform() {
    assertThat(
            Accounts.directory("fusebill: { accounts: [] }\nplanhat:\n")
                .section(Merchants.SECTION)
                .all())
        .isEmpty();
    assertThat(Accounts.directory("# nobody yet\n").section(Sites.SECTION).all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0042", "1e3", "NO", "true", "2026-01-01", "1_000", "0x1F", "'~'"})
  void readsATextAsItIsWrittenWhateverYamlWouldMakeOfIt(String code) {
    Directory directory = Accounts.directory(with("code: OTHER", "code: " + code));

    assertThat(directory.section(Merchants.SECTION).find(code.replace("'", ""))).isPresent();
  }

  @Test
  void readsWhatAnAliasStandsFor() {
    String yaml =
        with("{ firstName: Ada, lastName: Lovelace, ", "&ada { firstName: Ada, lastName: L, ")
            .replace("{ firstName: Grace, lastName: Hopper, email: grace@example.com }", "*ada");

    assertThat(
            Accounts.directory(yaml)
                .section(Merchants.SECTION)
                .find("SHOP")
                .orElseThrow()
                .customers())
        .extracting(customer -> customer.person().firstName())
        .containsExactly("Ada", "Ada");
  }

  @Nested
  class TellsThePathAndTheLine {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            code: SHOP          | cod: SHOP         | twocheckout.merchants[0].cod | is unknown; known here are code, secretKey, customers, partners
            code: SHOP          | cod: SHOP         | twocheckout.merchants[0].code | is missing
            code: OTHER         | code:             | twocheckout.merchants[1].code | is missing
            code: OTHER         | code: ~           | twocheckout.merchants[1].code | is missing
            secretKey: hush too | code: AGAIN       | twocheckout.merchants[1].code | is given twice
            """)
    void ofAKeyThatIsUnknownMissingOrRepeated(
        String right, String wrong, String path, String message) {
      assertThat(problems(with(right, wrong))).contains(problem(wrong, right, path, message));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            secretKey: hush too     | secretKey: ''          | twocheckout.merchants[1].secretKey | must be a text that is not empty
            secretKey: hush too     | secretKey: [hush]      | twocheckout.merchants[1].secretKey | must be a text that is not empty
            customers: [1]          | customers: 1           | twocheckout.merchants[0].partners[0].customers | must be a list
            product: { code: P, name: Product } | product: P | twocheckout.merchants[0].customers[0].billing.subscriptions[0].product | must be a mapping with the keys code, name
            email: ada@example.com  | email: ada             | twocheckout.merchants[0].customers[0].person.email | must be an e-mail address
            country: NO             | country: XX            | twocheckout.merchants[0].customers[0].billing.address.country | must be a country's two capital letters in ISO 3166-1
            country: NO             | country: no            | twocheckout.merchants[0].customers[0].billing.address.country | must be a country's two capital letters in ISO 3166-1
            placedOn: 2026-01-01    | placedOn: 2026-02-30   | twocheckout.merchants[0].customers[0].orders[0].placedOn | must be a date such as 2026-01-31
            expires: 2030-01        | expires: 01/30         | twocheckout.merchants[0].customers[0].billing.card.expires | must be a month such as 2026-01
            lastFour: 4242          | lastFour: 424          | twocheckout.merchants[0].customers[0].billing.card.lastFour | must be four digits
            amount: 2 EUR           | amount: 2.005 EUR      | twocheckout.merchants[0].partners[0].invoices[0].amount | must be an amount and a currency such as 39.95 EUR
            amount: 2 EUR           | amount: 2 XYZ          | twocheckout.merchants[0].partners[0].invoices[0].amount | must be an amount and a currency such as 39.95 EUR
            amount: 2 EUR           | amount: 2              | twocheckout.merchants[0].partners[0].invoices[0].amount | must be an amount and a currency such as 39.95 EUR
            amount: 3 EUR, status: due | amount: 3 EUR, status: DUE | twocheckout.merchants[0].partners[0].proformas[0].status | must be paid or due
            companyName: Second     | active: yes            | twocheckout.merchants[0].partners[1].active | must be true or false
            id: 1001                | id: 01002              | fusebill.accounts[0].customers[0].id | must be a whole number
            id: 1001                | id: one                | fusebill.accounts[0].customers[0].id | must be a whole number
            https://www             | javascript:www         | fusebill.accounts[0].loginUrl | must be a URL that begins with http:// or https://
            https://www             | //www                  | fusebill.accounts[0].loginUrl | must be a URL that begins with http:// or https://
            https://www             | https://user@www       | fusebill.accounts[0].loginUrl | has a user name or password before its host
            issueShape: json-string | issueShape: json       | planhat.tenants[0].issueShape | must be text, json-string or object
            """)
    void ofAValueThatIsNotOfItsType(String right, String wrong, String path, String message) {
      assertThat(problems(with(right, wrong))).contains(problem(wrong, right, path, message));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            code: OTHER              | code: SHOP             | twocheckout.merchants[1].code | twocheckout.merchants[0].code
            reference: 2             | reference: 1           | twocheckout.merchants[0].customers[1].reference | twocheckout.merchants[0].customers[0].reference
            externalReference: X2    | externalReference: X1  | twocheckout.merchants[0].customers[1].externalReference | twocheckout.merchants[0].customers[0].externalReference
            reference: S2            | reference: S1          | twocheckout.merchants[0].customers[1].billing.subscriptions[0].reference | twocheckout.merchants[0].customers[0].billing.subscriptions[0].reference
            reference: O2            | reference: O1          | twocheckout.merchants[0].customers[1].orders[0].reference | twocheckout.merchants[0].customers[0].orders[0].reference
            subscriptions: [S2]      | subscriptions: [S2, S2] | twocheckout.merchants[0].customers[1].orders[0].subscriptions[1] | twocheckout.merchants[0].customers[1].orders[0].subscriptions[0]
            sharedSubscriptions: [S1] | sharedSubscriptions: [S2] | twocheckout.merchants[0].customers[1].sharedSubscriptions[0] | twocheckout.merchants[0].customers[1].billing.subscriptions[0].reference
            customers: [1]           | customers: [1, 1]      | twocheckout.merchants[0].partners[0].customers[1] | twocheckout.merchants[0].partners[0].customers[0]
            code: P2                 | code: P1               | twocheckout.merchants[0].partners[1].code | twocheckout.merchants[0].partners[0].code
            bo@partner.example       | AL@partner.example     | twocheckout.merchants[0].partners[0].users[1].email | twocheckout.merchants[0].partners[0].users[0].email
            number: I2               | number: I1             | twocheckout.merchants[0].partners[0].proformas[0].number | twocheckout.merchants[0].partners[0].invoices[0].number
            name: two                | name: one              | chargebee.sites[1].name | chargebee.sites[0].name
            [key-two]                | [key-one]              | chargebee.sites[1].apiKeys[0] | chargebee.sites[0].apiKeys[0]
            id: cb_b                 | id: cb_a               | chargebee.sites[0].customers[1].id | chargebee.sites[0].customers[0].id
            CB_BOB@example.com       | cb_ada@EXAMPLE.COM     | chargebee.sites[0].portalUsers[1].email | chargebee.sites[0].portalUsers[0].email
            name: south              | name: north            | planhat.tenants[1].name | planhat.tenants[0].name
            token: token-south       | token: token-north     | planhat.tenants[1].tokens[0].token | planhat.tenants[0].tokens[0].token
            slug: company-south      | 'slug: company'        | planhat.tenants[1].companies[0].portal.slug | planhat.tenants[0].companies[0].portal.slug
            id: 00000000000000000000000b | id: 00000000000000000000000a | planhat.tenants[0].companies[0].endUsers[1].id | planhat.tenants[0].companies[0].endUsers[0].id
            externalId: ph_b         | externalId: ph_a       | planhat.tenants[0].companies[0].endUsers[1].externalId | planhat.tenants[0].companies[0].endUsers[0].externalId
            sourceId: crm-b          | sourceId: crm-a        | planhat.tenants[0].companies[0].endUsers[1].sourceId | planhat.tenants[0].companies[0].endUsers[0].sourceId
            name: west               | name: east             | fusebill.accounts[1].name | fusebill.accounts[0].name
            [d2VzdA==]               | [ZWFzdA==]             | fusebill.accounts[1].apiKeys[0] | fusebill.accounts[0].apiKeys[0]
            id: 1002                 | id: 1001               | fusebill.accounts[0].customers[1].id | fusebill.accounts[0].customers[0].id
            """)
    void ofWhatComesTwice(String right, String again, String path, String earlier) {
      assertThat(problems(with(right, again)))
          .filteredOn(problem -> problem.path().equals(path))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.line()).isEqualTo(lineOf(right));
                assertThat(problem.message())
                    .matches("is the same as \\Q" + earlier + "\\E in line [0-9]+");
              });
    }

    @Test
    void ofWhatItIsTheSameAs() {
      assertThat(problems(with("code: OTHER", "code: SHOP")))
          .extracting(Problem::message)
          .containsExactly(
              "is the same as twocheckout.merchants[0].code in line " + lineOf("code: SHOP"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            subscriptions: [S2]       | subscriptions: [S9]       | twocheckout.merchants[0].customers[1].orders[0].subscriptions[0] | names no subscription of this customer
            sharedSubscriptions: [S1] | sharedSubscriptions: [S9] | twocheckout.merchants[0].customers[1].sharedSubscriptions[0] | names no subscription of this merchant
            customers: [1]            | customers: [1, 9]         | twocheckout.merchants[0].partners[0].customers[1] | names no customer of this merchant
            CB_BOB@example.com        | eve@example.com           | chargebee.sites[0].portalUsers[1].email | is no customer's e-mail address
            endUsers: [00000000000000000000000a] | endUsers: [00000000000000000000000c] | planhat.tenants[0].companies[0].portal.endUsers[0] | names no end user of this company
            """)
    void ofWhoeverIsNamedAndDoesNotExist(String right, String wrong, String path, String message) {
      assertThat(problems(with(right, wrong)))
          .containsExactly(problem(wrong, right, path, message));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            name: two           | name: Two.example          | chargebee.sites[1].name | must be a label of a host name: small letters, digits and hyphens
            [example.com]       | ['https://example.com/']   | chargebee.sites[0].whitelistedDomains[0] | must be a bare domain such as example.com
            id: cb_b            | id: cb_b45678901234567890123456789012345678901234567890 | chargebee.sites[0].customers[1].id | must have at most 50 characters
            id: 00000000000000000000000b | id: 0000000B       | planhat.tenants[0].companies[0].endUsers[1].id | must be 24 hex digits
            slug: company-south | slug: company/south        | planhat.tenants[1].companies[0].portal.slug | must be small letters, digits and hyphens
            [d2VzdA==]          | [west!]                    | fusebill.accounts[1].apiKeys[0] | must be base64
            """)
    void ofAValueThatHasNotItsForm(String right, String wrong, String path, String message) {
      assertThat(problems(with(right, wrong)))
          .containsExactly(problem(wrong, right, path, message));
    }

    private Problem problem(String wrong, String right, String path, String message) {
      assertThat(with(right, wrong).lines().toList().get(lineOf(right) - 1)).contains(wrong);
      return new Problem(TEXT, lineOf(right), path, message);
    }
  }

  @Test
  void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
    String yaml =
        with("secretKey: hush too", "secret: hush too")
            .replace("email: ada@example.com", "email: ada")
            .replace("[key-two]", "[key-one]")
            .replace("slug: company-south", "slug: 'company south'")
            .replace("id: 1001", "id: one");

    assertThat(problems(yaml))
        .extracting(Problem::path)
        .containsExactly(
            "twocheckout.merchants[0].customers[0].person.email",
            "twocheckout.merchants[1].secretKey",
            "twocheckout.merchants[1].secret",
            "chargebee.sites[1].apiKeys[0]",
            "planhat.tenants[1].companies[0].portal.slug",
            "fusebill.accounts[0].customers[0].id");
  }

  @Test
  void namesTheFileAndEveryProblemInItsMessage(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"),
            "twocheckout:\n  merchants:\n    - { code: SHOP }\nx: 1\n");

    assertThat(new DirectoryException(file.toString(), problems(Platforms.DIRECTORY.read(file))))
        .hasMessage(
            """
            The directory %1$s is not usable:
              %1$s:3  twocheckout.merchants[0].secretKey: is missing
              %1$s:4  x: is unknown; known here are twocheckout, chargebee, planhat, fusebill"""
                .formatted(file));
  }

  @Nested
  class WhatIsNotYaml {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            code: OTHER | 'code OTHER'    | is not YAML: mapping values are not allowed here
            code: OTHER | 'code: [OTHER'  | is not YAML
            code: OTHER | 'code: *OTHER'  | has an alias (*) without an anchor (&) before it
            code: OTHER | 'code: @OTHER'  | is not YAML: found character '@' that cannot start any token. (Do not use @ for indentation)
            code: OTHER | '? [code] : OTHER' | must have texts as its keys
            """)
    void isToldWithTheLineWhereReadingStopped(String right, String wrong, String message) {
      Problem problem = problems(with(right, wrong)).get(0);

      assertThat(problem.path()).isEmpty();
      assertThat(problem.message()).isEqualTo(message);
      assertThat(problem.line()).isBetween(lineOf(right), lineOf(right) + 1);
    }

    @Test
    void isASecondDocumentToo() {
      assertThat(problems("planhat:\n---\nfusebill:\n"))
          .containsExactly(new Problem(TEXT, 2, "", "must be one document of YAML"));
    }

    @Test
    void isAnythingNestedWithoutEnd() {
      assertThat(problems("[".repeat(100_000)))
          .containsExactly(new Problem(TEXT, 1, "", "is nested too deeply"));
    }

    @Test
    void isAControlCharacter() {
      assertThat(problems("planhat:\n  tenants: # \u0007\n"))
          .containsExactly(new Problem(TEXT, 2, "", "has a character that YAML does not allow"));
    }

    @Test
    void isAListInsteadOfTheFourKeys() {
      assertThat(problems("- planhat\n"))
          .containsExactly(
              new Problem(
                  TEXT,
                  1,
                  "",
                  "must be a mapping with the keys twocheckout, chargebee, planhat, fusebill"));
    }

    @Test
    void isAnotherEncodingToo(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("latin.yaml"), "# Größe\n", ISO_8859_1);

      assertThat(problems(Platforms.DIRECTORY.read(file)))
          .containsExactly(new Problem(file.toString(), 0, "", "is not in UTF-8"));
    }
  }

  @Test
  void tellsThatAFileDoesNotExist(@TempDir Path folder) {
    assertThat(problems(Platforms.DIRECTORY.read(folder.resolve("none.yaml"))))
        .containsExactly(
            new Problem(folder.resolve("none.yaml").toString(), 0, "", "does not exist"));
    assertThat(problems(Platforms.DIRECTORY.read(folder)))
        .containsExactly(new Problem(folder.toString(), 0, "", "cannot be read"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          secretKey: hush too | secretKey: [s3cret]
          secretKey: hush too | secretKey: *s3cret
          secretKey: hush too | secretKey: !s3cret!x y
          secretKey: hush too | secretKey: "s3cret
          secretKey: hush too | secretKey: { s3cret: 1 }
          [key-two]           | [s3cret, s3cret]
          [key-two]           | s3cret
          [key-two]           | { key: s3cret }
          token: token-south  | token: [s3cret]
          token: token-south  | tokens: s3cret
          [d2VzdA==]          | [s3cret!]
          [d2VzdA==]          | [s3cret, s3cret]
          """)
  void neverRepeatsASecret(String right, String wrong) {
    assertThat(refusal(() -> Accounts.directory(with(right, wrong))))
        .message()
        .doesNotContain("s3cret");
  }

  private static String with(String right, String wrong) {
    assertThat(RIGHT).containsOnlyOnce(right);
    return RIGHT.replace(right, wrong);
  }

  private static int lineOf(String text) {
    return (int) RIGHT.substring(0, RIGHT.indexOf(text)).lines().count();
  }

  private static List<Problem> problems(String yaml) {
    return problems(Platforms.DIRECTORY.parse(yaml));
  }

  private static List<Problem> problems(Reading<Directory> reading) {
    return reading instanceof Reading.Unusable<Directory> unusable
        ? unusable.problems()
        : fail("It was read");
  }

  private static DirectoryException refusal(Runnable reading) {
    return Objects.requireNonNull(
        catchThrowableOfType(DirectoryException.class, reading::run), "It was read");
  }

  private static String resource(String name) {
    try (InputStream file = DirectoryFileTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
