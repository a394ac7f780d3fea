package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The volumes of a pod have unique names and different claims, and every mount names one of them.
 * See <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>.
 */
final class PodVolumes extends Rule {
  private static final int MOST_SHOWN = 8;

  @Override
  void checkPods(Workload workload, Findings findings) {
    Pod pod = Pod.of(workload);
    Map<String, Span> places = new HashMap<>();
    for (Mapping volume : pod.volumes()) {
      String name = volume.text("name").orElse("");
      Span first = name.isEmpty() ? null : places.putIfAbsent(name, volume.span());
      if (first != null) {
        findings.add(
            Diagnostic.of(
                    Code.POD_VOLUME_NAME,
                    volume.span(),
                    message("the pod has two volumes named {}: the API server rejects it", name))
                .withHint("rename one of them, and its mounts")
                .withRelated(first, "the first one"));
      }
    }
    Set<String> names = new HashSet<>(places.keySet());
    claims(workload, pod, findings);
    if (workload.kind() == WorkloadKind.STATEFUL_SET) {
      Map<String, Span> templates = new HashMap<>();
      for (Mapping template : workload.spec().mappings("volumeClaimTemplates")) {
        claimTemplate(workload, template.mapping("metadata"), places, templates, findings);
      }
      names.addAll(templates.keySet());
    }
    for (Mapping container : pod.containers()) {
      mounts(container, "volumeMounts", names, findings);
      mounts(container, "volumeDevices", names, findings);
    }
  }

  private static void claims(Workload workload, Pod pod, Findings findings) {
    Map<String, Scalar> claims = new HashMap<>();
    for (Mapping volume : pod.claimVolumes()) {
      Mapping source = volume.mapping("persistentVolumeClaim");
      if (source.find("claimName") instanceof Scalar name
          && !name.isNull()
          && !name.text().isEmpty()) {
        // Volumes written by hand come first, so the finding is reported there.
        Scalar first = claims.putIfAbsent(name.text(), name);
        if (first != null) {
          findings.add(
              Diagnostic.of(
                      Code.CLAIM_TWICE_IN_POD,
                      first.span(),
                      message(
                          "{} {} has two pod volumes for the claim {}: a pod with CSI volumes would"
                              + " never start",
                          workload.kind(),
                          workload.name(),
                          name.text()))
                  .withHint("keep one of them, and mount it several times")
                  .withRelated(name.span(), "the other one"));
        }
      }
    }
  }

  private static void claimTemplate(
      Workload workload,
      Mapping metadata,
      Map<String, Span> volumes,
      Map<String, Span> templates,
      Findings findings) {
    String name = metadata.text("name").orElse("");
    if (name.isEmpty()) {
      return;
    }
    Span span = metadata.spanOf("name");
    Span first = templates.putIfAbsent(name, span);
    if (first != null) {
      findings.add(
          Diagnostic.of(
                  Code.POD_VOLUME_NAME,
                  span,
                  message("the StatefulSet has two claim templates named {}", name))
              .withHint("rename one of them, and its mounts")
              .withRelated(first, "the first one"));
    } else if (volumes.containsKey(name)) {
      Code code = findings.inManifests() ? Code.REPLACED_POD_VOLUME : Code.POD_VOLUME_NAME;
      Diagnostic finding =
          Diagnostic.of(
                  code,
                  span,
                  message("the claim template {} replaces the pod volume {}", name, name))
              .withHint(
                  findings.hint(
                      "rename one of them", "remove the pod volume, or rename one of them"))
              .withRelated(volumes.get(name), "the pod volume");
      if (findings.inManifests()) {
        findings.warn(List.of(workload), finding);
      } else {
        findings.add(finding);
      }
    }
  }

  private static void mounts(Mapping container, String list, Set<String> names, Findings findings) {
    for (Mapping mount : container.mappings(list)) {
      String name = mount.text("name").orElse("");
      if (!name.isEmpty() && !names.contains(name)) {
        findings.add(
            Code.DANGLING_REFERENCE,
            mount.spanOf("name"),
            message(
                "{} names {}, which is not a volume of the pod{}",
                plain(list),
                name,
                plain(known(name, names))),
            findings.hint(
                "use mounts for disks and claims, as in mounts: {/data: data}, and podSpec.volumes"
                    + " for other volumes",
                "correct the name, or add a volume with that name to the pod"));
      }
    }
  }

  /** The name that was meant, or all names if they are few. */
  private static String known(String name, Set<String> names) {
    String question = Nearest.question(name, names);
    if (!question.isEmpty() || names.isEmpty() || names.size() > MOST_SHOWN) {
      return question;
    }
    return message("; it has {}", new TreeSet<>(names));
  }
}
