package org.billingsso.cli;

import java.io.PrintWriter;
import org.billingsso.directory.DirectoryException;
import org.billingsso.gateway.SnapshotException;
import org.billingsso.gateway.StartException;
import org.billingsso.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells people why a command did not work, in sentences; never with a stack trace. */
final class ErrorReporter {
  private static final Logger log = LoggerFactory.getLogger(ErrorReporter.class);

  private ErrorReporter() {}

  /** The command line itself is wrong. */
  static int misunderstood(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("gateway: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** The command could not do its work. */
  static int failed(Exception failure, CommandLine command, ParseResult arguments) {
    if (failure instanceof SettingsException || failure instanceof DirectoryException) {
      command.getErr().println("gateway: " + failure.getMessage());
      return ExitCode.USAGE;
    }
    if (failure instanceof StartException
        || failure instanceof SnapshotException
        || failure instanceof StoreException) {
      command.getErr().println("gateway: " + failure.getMessage());
      return ExitCode.SOFTWARE;
    }
    log.error("This should not have failed; run it with --log-level debug and report it", failure);
    return ExitCode.SOFTWARE;
  }

  /** A thread came to its end by a fault of ours. */
  static void ended(Thread thread, Throwable failure) {
    log.error("The thread {} has ended: please report this", thread.getName(), failure);
  }
}
