package org.billingsso.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.billingsso.GatewayException;
import org.billingsso.chargebee.Chargebee;
import org.billingsso.directory.Directory;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.HostName;
import org.billingsso.gateway.Settings;
import org.billingsso.http.PublicUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves until the process is told to end; then finishes the requests that run. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    description = "Serves the platforms' APIs and portals until it is stopped.")
final class ServeCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

  private final InstantSource clock;
  @Spec private CommandSpec command;

  ServeCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = SettingFlags.settings(command.commandLine().getParseResult());
    Logging.setLevel(settings.logLevel());
    CompletableFuture<Directory> accounts = CompletableFuture.supplyAsync(settings::accounts);
    warnOfLinksInTheClear(settings);
    warnOfSignUp(settings);
    Gateway gateway =
        Gateway.builder().settings(settings).accounts(() -> read(accounts)).clock(clock).start();
    PidFile pidFile = new PidFile(settings.pidFile());
    pidFile.write();
    HangUp.on(() -> reload(gateway));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gateway, pidFile), "stop"));
    Logging.flush(); // What was warned of stands before what is printed.
    PrintWriter out = command.commandLine().getOut();
    out.println(Banner.to(gateway.address(), settings, read(accounts)));
    out.println("Ready on " + gateway.address());
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  /** The directory, which is read while the server starts. */
  private static Directory read(CompletableFuture<Directory> accounts) {
    try {
      return accounts.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private void reload(Gateway gateway) {
    try {
      Settings settings = SettingFlags.settings(command.commandLine().getParseResult());
      List<String> unchanged = gateway.reload(settings, settings.accounts());
      log.info("The accounts and the platforms' settings were read again and hold from now on");
      if (!unchanged.isEmpty()) {
        log.warn("A restart is needed for what else was changed: {}", String.join(", ", unchanged));
      }
    } catch (GatewayException unusable) {
      log.error("Nothing was changed. {}", unusable.getMessage());
    } catch (RuntimeException failed) {
      log.error("Nothing was changed: please report this", failed);
    }
  }

  private static void stop(Gateway gateway, PidFile pidFile) {
    log.info("Stopping; requests that run are finished first");
    pidFile.remove();
    try {
      gateway.close();
      log.info("Stopped");
    } catch (RuntimeException cutShort) {
      log.error("Stopped before everything was finished", cutShort);
    } finally {
      Logging.flush();
    }
  }

  private static void warnOfSignUp(Settings settings) {
    boolean chosen = settings.section(new Chargebee()).signUp().orElse(false);
    if (chosen && !settings.isForThisMachineOnly()) {
      log.warn(
          "chargebee.signUp is on: whoever knows the e-mail address of a customer without a"
              + " password may set one, without a proof that the address is the one's own");
    }
  }

  private static void warnOfLinksInTheClear(Settings settings) {
    boolean encrypted = settings.publicUrl().filter(PublicUrl::isSecure).isPresent();
    if (!encrypted && !new HostName(settings.host()).isLoopback()) {
      log.warn(
          "Login links cross the network in the clear:"
              + " put a proxy with TLS before {} and set publicUrl to its address",
          settings.host());
    }
  }
}
