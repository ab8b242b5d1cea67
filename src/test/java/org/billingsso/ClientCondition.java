package org.billingsso;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

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
            .filter(client -> Clients.find(client).isEmpty())
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
}
