package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.spec.ContainerDraft;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the pod of one workload with its mounts: a pod volume per claim, and a volumeMount or
 * volumeDevice per mount.
 */
final class PodWiring {
  private final MountResolver resolver;
  private final ClaimTemplates templates;
  private final WorkloadDraft workload;
  private final Diagnostics diagnostics;
  private final WiredMounts mounts;

  PodWiring(
      MountResolver resolver,
      ClaimTemplates templates,
      WorkloadDraft workload,
      Diagnostics diagnostics) {
    this.resolver = resolver;
    this.templates = templates;
    this.workload = workload;
    this.diagnostics = diagnostics;
    this.mounts = new WiredMounts(diagnostics);
  }

  /** The PodSpec with the containers of the workload and the volumes that they mount. */
  Mapping podSpec() {
    for (MountDraft mount : workload.mounts()) {
      mounts.add(
          mount, mount.each() ? templates.resolve(mount) : resolver.resolve(mount, workload));
    }
    mounts.nameVolumes(workload);
    Mapping podSpec = workload.fields().mapping("podSpec");
    podSpec = withContainers(podSpec, "initContainers", workload.initContainers());
    podSpec = withContainers(podSpec, "containers", workload.containers());
    return withVolumes(podSpec);
  }

  private Mapping withContainers(Mapping podSpec, String list, List<ContainerDraft> drafts) {
    List<Tree> containers = new ArrayList<>();
    for (ContainerDraft draft : drafts) {
      containers.add(container(draft));
    }
    return withList(podSpec, list, containers, workload.fields().span());
  }

  private static Mapping withList(Mapping fields, String key, List<Tree> items, Span span) {
    return items.isEmpty() ? fields : fields.with(key, Sequence.of(items, span));
  }

  private Mapping container(ContainerDraft draft) {
    Mapping container = withoutMounts(draft.fields());
    List<Tree> volumeMounts = new ArrayList<>(container.list(MountEntries.MOUNTS));
    List<Tree> devices = new ArrayList<>(container.list(MountEntries.DEVICES));
    for (MountDraft mount : draft.mounts()) {
      Optional<WiredMounts.Wired> wired = mounts.wire(mount);
      if (wired.isPresent()) {
        boolean device = wired.get().list().equals(MountEntries.DEVICES);
        (device ? devices : volumeMounts).add(wired.get().entry());
      }
    }
    Span span = container.span();
    container = withList(container, MountEntries.MOUNTS, volumeMounts, span);
    return withList(container, MountEntries.DEVICES, devices, span);
  }

  private static Mapping withoutMounts(Mapping written) {
    MappingBuilder container = new MappingBuilder();
    for (Mapping.Entry entry : written.entries()) {
      if (!entry.key().equals("mounts")) {
        Span key = entry.keySpan();
        container.put(entry.key(), key.start(), key.end(), entry.value());
      }
    }
    return container.build(written.span());
  }

  private Mapping withVolumes(Mapping podSpec) {
    Map<String, Located<String>> claims = mounts.claims();
    if (claims.isEmpty()) {
      return podSpec;
    }
    List<Tree> volumes = new ArrayList<>(podSpec.list("volumes"));
    for (Mapping written : podSpec.mappings("volumes")) {
      String name = written.text("name").orElse("");
      if (claims.containsKey(name)) {
        diagnostics.add(
            Diagnostic.of(
                    Code.POD_VOLUME_NAME,
                    written.spanOf("name"),
                    message(
                        "podSpec.volumes has a volume {}, which is the name that fairlead gives to"
                            + " the pod volume of claim {}",
                        name,
                        claims.get(name).value()))
                .withHint("rename the volume in podSpec.volumes")
                .withRelated(claims.get(name).span(), "the claim is mounted here"));
      }
    }
    Map<String, Boolean> readOnly = PodVolume.mountedReadOnly(podSpec);
    for (Map.Entry<String, Located<String>> claim : claims.entrySet()) {
      boolean only = readOnly.getOrDefault(claim.getKey(), false);
      volumes.add(PodVolume.of(claim.getKey(), claim.getValue(), only));
    }
    return podSpec.with("volumes", Sequence.of(volumes, workload.fields().span()));
  }
}
