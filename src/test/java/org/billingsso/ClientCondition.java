package org.billingsso;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Carries out {@link NeedsClient}. */
final class ClientCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> missing =
        findAnnotation(context.getElement(), NeedsClient.class).stream()
            .flatMap(needs -> Stream.of(needs.value()))
            .filter(client -> !isInstalled(client))
            .toList();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("everything is installed");
    }
    String reason = "not installed: " + String.join(", ", missing);
    if (Boolean.getBoolean("clients.required")) {
      throw new IllegalStateException(context.getDisplayName() + " cannot run, " + reason);
    }
    System.out.println("Skipped " + context.getDisplayName() + ", " + reason);
    return ConditionEvaluationResult.disabled(reason);
  }

  private static boolean isInstalled(String client) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, client)));
  }
}
