package org.billingsso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.billingsso.directory.Directory;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.twocheckout.Merchants;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows a sign-on from end to end, against a gateway of its own that is gone afterwards. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Starts a private gateway with the demo accounts on a free port and signs on twice:",
      "a shopper over JSON-RPC, a partner over SOAP. Prints every request and answer.",
      "Exits with 0 only if both pages came back signed in."
    })
final class TryCommand implements Callable<Integer> {
  private final InstantSource clock;
  @Spec private CommandSpec command;

  TryCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = command.commandLine().getOut();
    Directory directory = Platforms.DIRECTORY.demo();
    try (Gateway gateway =
        Gateway.builder()
            .settings(Settings.ofOneProcess())
            .accounts(directory)
            .clock(clock)
            .start()) {
      SignOnWalk walk =
          new SignOnWalk(gateway.address(), directory.section(Merchants.SECTION), clock, out);
      boolean shopper = walk.shopperOverJsonRpc();
      boolean partner = walk.partnerOverSoap();
      out.printf("%n%s%n", shopper && partner ? "Both are signed in." : "That did not work.");
      out.flush();
      return shopper && partner ? ExitCode.OK : ExitCode.SOFTWARE;
    }
  }
}
