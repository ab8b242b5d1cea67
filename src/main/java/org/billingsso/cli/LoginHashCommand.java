package org.billingsso.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.billingsso.directory.Secret;
import org.billingsso.gateway.Settings;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginDate;
import org.billingsso.twocheckout.LoginHash;
import org.billingsso.twocheckout.LoginHashDiagnosis;
import org.billingsso.twocheckout.Merchant;
import org.billingsso.twocheckout.Merchants;
import org.billingsso.twocheckout.TwoCheckout;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Computes the hash that {@code login} of the 2Checkout API takes, or explains a wrong one. */
@Command(
    name = "login-hash",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    description = {
      "Prints date and hash for a 2Checkout login in each algorithm.",
      "With --explain, says what is wrong with a hash that a client sent."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:the hash is printed, or the explained login is accepted",
      "1:the explained login is refused",
      "2:the arguments or the configuration are wrong"
    })
final class LoginHashCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Option(
      names = "--merchant",
      paramLabel = "CODE",
      description = "The merchant code (default: the first merchant of the directory).")
  private Optional<String> merchant = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The merchant's secret key (default: the one in the directory).")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "YYYY-MM-DD HH:MM:SS in UTC (default: now).")
  private Optional<String> date = Optional.empty();

  @Option(
      names = "--explain",
      paramLabel = "HASH",
      description = "The hash that a client sent together with --date.")
  private Optional<String> explained = Optional.empty();

  @Option(
      names = "--algo",
      paramLabel = "NAME",
      description = "The algorithm that the client named, if it named one.")
  private String algo = "";

  @Spec private CommandSpec command;

  LoginHashCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = SettingFlags.settings(command.commandLine().getParseResult());
    Merchants merchants = settings.accounts().section(Merchants.SECTION);
    String code = merchant.orElseGet(() -> firstMerchant(merchants));
    Secret secret = key.map(this::secret).orElseGet(() -> keyOf(code, merchants));
    return explained.isPresent()
        ? explain(new LoginHash(code, explainedDate(), explained.get(), algo), secret, settings)
        : print(code, date.orElseGet(() -> new LoginDate(clock.instant()).toString()), secret);
  }

  private int print(String code, String loginDate, Secret secret) {
    PrintWriter out = command.commandLine().getOut();
    out.printf("%-9s %s%n", "merchant", code);
    out.printf("%-9s %s%n", "date", loginDate);
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      String hash = LoginHash.compute(algorithm, secret, code, loginDate);
      out.printf("%-9s %s%n", algorithm.wireName(), hash);
    }
    return ExitCode.OK;
  }

  private int explain(LoginHash sent, Secret secret, Settings settings) {
    LoginHashDiagnosis diagnosis =
        new LoginHashDiagnosis(sent, secret, clock.instant(), settings.section(new TwoCheckout()));
    PrintWriter out = command.commandLine().getOut();
    diagnosis.sentences().forEach(out::println);
    out.println(
        diagnosis.accepted()
            ? "The gateway accepts this login."
            : "The gateway refuses this login.");
    return diagnosis.accepted() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private String explainedDate() {
    return date.orElseThrow(() -> wrong("--explain needs the --date that came with the hash"));
  }

  private String firstMerchant(Merchants merchants) {
    return merchants.all().stream()
        .map(Merchant::code)
        .findFirst()
        .orElseThrow(() -> wrong("The directory has no 2Checkout merchant; give --merchant"));
  }

  private Secret keyOf(String code, Merchants merchants) {
    return merchants
        .find(code)
        .map(Merchant::secretKey)
        .orElseThrow(() -> wrong("The directory has no merchant %s; give --key".formatted(code)));
  }

  private Secret secret(String text) {
    if (text.isEmpty()) {
      throw wrong("--key is empty");
    }
    return Secret.of(text);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
