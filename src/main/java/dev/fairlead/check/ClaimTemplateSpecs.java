package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;

/**
 * Claim templates written by hand that fit one pod only. The schema knows their shape. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates">Volume
 * claim templates</a>.
 */
final class ClaimTemplateSpecs extends Rule {
  @Override
  void checkWorkload(Workload workload, Findings findings) {
    if (workload.kind() == WorkloadKind.STATEFUL_SET) {
      for (Mapping template : workload.spec().mappings("volumeClaimTemplates")) {
        volumeName(workload, template, findings);
      }
    }
  }

  private static void volumeName(Workload workload, Mapping template, Findings findings) {
    Mapping spec = template.mapping("spec");
    String replicas = workload.spec().text("replicas").orElse("1");
    boolean several = !replicas.equals("1") && !replicas.equals("0");
    if (several && spec.get("volumeName").isPresent()) {
      String name = name(template);
      findings.add(
          Diagnostic.of(
                  Code.CLAIM_TEMPLATE,
                  spec.spanOf("volumeName"),
                  message(
                      "claim template {} names one volume for {} pods: only the first would start",
                      name,
                      plain(replicas)))
              .withHint(
                  findings.hint(
                      "give each pod a volume of its own with each",
                      message(
                          "leave volumeName out, and write the claims {}-{}-0 and so on, each with"
                              + " its own volumeName",
                          plain(name),
                          plain(workload.name()))))
              .withRelated(workload.spec().spanOf("replicas"), "the pods"));
    }
  }

  private static String name(Mapping template) {
    return template.mapping("metadata").text("name").orElse("");
  }
}
