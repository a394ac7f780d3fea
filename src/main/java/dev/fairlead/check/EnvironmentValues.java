package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.List;

/**
 * An environment variable has a value or one source of it. See <a
 * href="https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/">Environment
 * variables</a>.
 */
final class EnvironmentValues extends Rule {
  private static final List<String> SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");

  @Override
  void checkPods(Workload workload, Findings findings) {
    for (Mapping container : Pod.of(workload).containers()) {
      for (Mapping variable : container.mappings("env")) {
        if (variable.find("valueFrom") instanceof Mapping source) {
          check(variable, source, findings);
        }
      }
    }
  }

  private static void check(Mapping variable, Mapping source, Findings findings) {
    String name = variable.stringOr("name", "");
    if (!variable.stringOr("value", "").isEmpty()) {
      findings.addUnlessReported(
          Diagnostic.of(
                  Code.CONFLICTING_FIELDS,
                  variable.keySpan("valueFrom").orElse(variable.span()),
                  message(
                      "the variable {} has value and valueFrom: the API server rejects it", name))
              .withHint("remove one of them")
              .withRelated(variable.keySpan("value").orElse(variable.span()), "the other one"));
    } else if (sources(source) != 1) {
      findings.addUnlessReported(
          Code.CONFLICTING_FIELDS,
          variable.keySpan("valueFrom").orElse(variable.span()),
          message("valueFrom of the variable {} needs exactly one of {}", name, SOURCES),
          "write one source, as in configMapKeyRef: {name: ..., key: ...}");
    }
  }

  private static int sources(Mapping source) {
    int count = 0;
    for (String key : SOURCES) {
      if (source.find(key) instanceof Mapping) {
        count++;
      }
    }
    return count;
  }
}
