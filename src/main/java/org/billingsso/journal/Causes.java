package org.billingsso.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Why something failed, in one line for the operator: of each exception its class, its message and
 * the first of our own methods that it came through. What may be a secret in a message is masked.
 */
public final class Causes {
  private static final int MOST = 8;
  private static final String OURS = "org.billingsso.";
  private static final String MASK = "***";
  private static final Pattern SECRET_BY_NAME =
      Pattern.compile(
          "(?i)((?:token|key|password|passwd|secret|hash|authorization|cookie|session(?:id)?)"
              + "[\"']?[=:]\\s?[\"']?)[^\\s\"'&;,]+");

  /** Long words with a figure in them, as tokens, keys and hashes are. */
  private static final Pattern SECRET_BY_LOOKS =
      Pattern.compile("(?<![\\w+~-])(?=[\\w+~-]*[0-9])(?=[\\w+~-]*[A-Za-z])[\\w+~-]{16,}=*");

  private Causes() {}

  /** The exception and its causes, the outermost first. */
  public static String of(Throwable failure) {
    List<String> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && causes.size() < MOST;
        cause = cause.getCause()) {
      causes.add(one(cause));
    }
    return String.join("; caused by ", causes);
  }

  private static String one(Throwable cause) {
    StringBuilder text = new StringBuilder(cause.getClass().getName());
    if (cause.getMessage() != null) {
      text.append(": ").append(masked(Printable.value(cause.getMessage())));
    }
    List<StackTraceElement> frames = Arrays.asList(cause.getStackTrace());
    frames.stream()
        .filter(frame -> frame.getClassName().startsWith(OURS))
        .findFirst()
        .or(() -> frames.stream().findFirst())
        .ifPresent(frame -> text.append(" at ").append(place(frame)));
    return text.toString();
  }

  /** A line of a message or a stack trace in which nothing is left that may be a secret. */
  public static String masked(String line) {
    String named = SECRET_BY_NAME.matcher(line).replaceAll("$1" + MASK);
    return SECRET_BY_LOOKS.matcher(named).replaceAll(MASK);
  }

  private static String place(StackTraceElement frame) {
    return "%s.%s(%s:%d)"
        .formatted(
            frame.getClassName(),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber());
  }
}
