package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;

/**
 * Claim templates written by hand: older API servers take anything, and the pods are never made.
 * See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates">Volume
 * claim templates</a>.
 */
final class ClaimTemplateSpecs implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Workload workload : plan.ownWorkloads()) {
      if (workload.kind() == WorkloadKind.STATEFUL_SET) {
        for (Tree.Mapping template : workload.spec().mappings("volumeClaimTemplates")) {
          check(workload, template, findings);
        }
      }
    }
  }

  private static void check(Workload workload, Tree.Mapping template, Findings findings) {
    Tree.Mapping spec = template.mapping("spec");
    String name = template.mapping("metadata").text("name").orElse("");
    if (name.isEmpty()) {
      missing(template, "its metadata.name", name, "metadata: {name: data}", findings);
    }
    if (spec.list("accessModes").isEmpty()) {
      missing(template, "spec.accessModes", name, "accessModes: [ReadWriteOnce]", findings);
    }
    if (spec.mapping("resources").mapping("requests").text("storage").isEmpty()) {
      missing(
          template,
          "spec.resources.requests.storage",
          name,
          "resources: {requests: {storage: 10Gi}}",
          findings);
    }
    String replicas = workload.spec().text("replicas").orElse("1");
    boolean several = !replicas.equals("1") && !replicas.equals("0");
    if (several && spec.get("volumeName").isPresent()) {
      findings.add(
          Code.CLAIM_TEMPLATE,
          spec.spanOf("volumeName"),
          "claim template "
              + quote(name)
              + " names one volume for "
              + replicas
              + " pods: only the first would start",
          findings.hint(
              "give each pod a volume of its own with each",
              "leave volumeName out, and write the claims "
                  + name
                  + "-"
                  + workload.name()
                  + "-0 and so on, each with its own volumeName"));
    }
  }

  private static void missing(
      Tree.Mapping template, String what, String name, String example, Findings findings) {
    findings.add(
        Code.CLAIM_TEMPLATE,
        template.span(),
        "claim template " + quote(name) + " lacks " + what + ": its pods would never be made",
        "write " + example);
  }
}
