package org.billingsso.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.billingsso.chargebee.Sites;
import org.billingsso.directory.Directory;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.gateway.Settings;
import org.billingsso.planhat.Tenants;
import org.billingsso.twocheckout.Merchants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether {@code serve} with the same options would start, and starts nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    description = "Checks the configuration and the directory, and says what is wrong where.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:all is well", "2:something is wrong"})
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Settings settings = SettingFlags.settings(command.commandLine().getParseResult());
    Directory directory = settings.accounts();
    PrintWriter out = command.commandLine().getOut();
    out.println("The configuration is usable.");
    out.println(
        "The directory is usable: %d 2Checkout merchants, %d Chargebee sites, %d Planhat tenants, %d Fusebill accounts."
            .formatted(
                directory.section(Merchants.SECTION).all().size(),
                directory.section(Sites.SECTION).all().size(),
                directory.section(Tenants.SECTION).all().size(),
                directory.section(FusebillAccounts.SECTION).all().size()));
    return 0;
  }
}
