package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Claim;
import dev.fairlead.model.KubernetesVersion;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Spec;
import dev.fairlead.model.VersionFact;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Fields and sources that the version of the cluster does not have. If no version is named, all
 * that are supported count. See <a
 * href="https://kubernetes.io/docs/reference/using-api/deprecation-policy/">Deprecation policy</a>.
 */
final class VersionFacts extends Rule {
  private static final String POD_VOLUME = "pod volume";
  private static final String CLASS = VersionFact.ATTRIBUTES_CLASS.what();

  @Override
  void check(Plan plan, Findings findings) {
    for (Spec spec : plan.specs()) {
      for (Volume volume : spec.volumes()) {
        if (volume.volumeAttributesClassName().isPresent()) {
          Span span = volume.volumeAttributesClassName().get().span();
          judge(
              VersionFact.ATTRIBUTES_CLASS, spec, volume, "volume", volume.name(), span, findings);
        }
      }
      for (Claim claim : spec.claims()) {
        if (claim.volumeAttributesClassName().isPresent()) {
          Span span = claim.volumeAttributesClassName().get().span();
          judge(VersionFact.ATTRIBUTES_CLASS, spec, claim, "claim", claim.name(), span, findings);
        }
      }
      for (Workload workload : spec.workloads()) {
        podVolumes(spec, workload, findings);
        mounts(spec, workload, findings);
        for (Mapping template : workload.spec().mappings("volumeClaimTemplates")) {
          String name = template.mapping("metadata").text("name").orElse("");
          template(spec, workload, template, "claim template", name, findings);
        }
      }
    }
  }

  private static void podVolumes(Spec spec, Workload workload, Findings findings) {
    for (Mapping volume : Pod.of(workload).volumes()) {
      String name = volume.text("name").orElse("");
      for (String key : volume.keys()) {
        Optional<VersionFact> fact = VersionFact.ofSource(key);
        if (fact.isPresent() && volume.get(key).isPresent()) {
          judge(fact.get(), spec, workload, POD_VOLUME, name, volume.spanOf(key), findings);
        }
      }
      Mapping template = volume.mapping("ephemeral").mapping("volumeClaimTemplate");
      template(spec, workload, template, POD_VOLUME, name, findings);
    }
  }

  private static void mounts(Spec spec, Workload workload, Findings findings) {
    VersionFact fact = VersionFact.RECURSIVE_READ_ONLY;
    for (Mapping container : Pod.of(workload).containers()) {
      for (Mapping mount : container.mappings("volumeMounts")) {
        // IfPossible asks for no more than the cluster has.
        if (mount.text(fact.what()).orElse("").equals("Enabled")) {
          String path = mount.text("mountPath").orElse("");
          judge(fact, spec, workload, "the mount at", path, mount.spanOf(fact.what()), findings);
        }
      }
    }
  }

  private static void template(
      Spec spec,
      Workload workload,
      Mapping template,
      String where,
      String name,
      Findings findings) {
    Mapping fields = template.mapping("spec");
    if (fields.get(CLASS).isPresent()) {
      judge(
          VersionFact.ATTRIBUTES_CLASS,
          spec,
          workload,
          where,
          name,
          fields.spanOf(CLASS),
          findings);
    }
  }

  private static void judge(
      VersionFact fact,
      Spec spec,
      Resource about,
      String where,
      String name,
      Span span,
      Findings findings) {
    KubernetesVersion oldest = spec.oldestKubernetes();
    KubernetesVersion newest = spec.newestKubernetes();
    boolean inOldest = fact.worksIn(oldest);
    boolean inNewest = fact.worksIn(newest);
    if (!inOldest && !inNewest) {
      findings.addUnlessReported(
          Code.KUBERNETES_VERSION, span, problem(fact, where, name, newest), fact.instead());
    } else if (!inOldest) {
      warn(fact, about, span, problem(fact, where, name, oldest), findings);
    } else if (!inNewest) {
      warn(fact, about, span, problem(fact, where, name, newest), findings);
    } else if (spec.kubernetes().isEmpty() && fact.isGoneIn(newest.next())) {
      warn(fact, about, span, problem(fact, where, name, newest.next()), findings);
    }
  }

  private static void warn(
      VersionFact fact, Resource about, Span span, String problem, Findings findings) {
    KubernetesVersion works =
        fact.worksIn(KubernetesVersion.NEWEST_SUPPORTED)
            ? KubernetesVersion.NEWEST_SUPPORTED
            : KubernetesVersion.OLDEST_SUPPORTED;
    String known =
        findings.hint(
            message("; or write kubernetes: {} if the cluster has that version", works.toString()),
            "; or pass --kubernetes " + works + " if the cluster has that version");
    findings.warnUnlessReported(
        Code.NOT_EVERY_VERSION, List.of(about), span, problem, fact.instead() + known);
  }

  private static String problem(
      VersionFact fact, String where, String name, KubernetesVersion version) {
    if (fact.isGoneIn(version)) {
      return message(
          "{} of {} {} is gone since Kubernetes {}: {}",
          plain(fact.what()),
          plain(where),
          name,
          plain(fact.until().toString()),
          plain(fact.outside()));
    }
    return message(
        "{} of {} {} needs Kubernetes {}: in {} {}",
        plain(fact.what()),
        plain(where),
        name,
        plain(fact.since().toString()),
        plain(version.toString()),
        plain(fact.outside()));
  }
}
