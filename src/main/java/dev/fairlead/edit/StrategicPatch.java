package dev.fairlead.edit;

import dev.fairlead.model.Metadata;
import dev.fairlead.model.PatchedManifest;
import dev.fairlead.model.PatchedManifest.Addition;
import dev.fairlead.model.Workload;
import dev.fairlead.render.Templates;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * What is added to an existing workload, as an object of its own: a strategic merge patch, which a
 * server-side apply takes too. See <a
 * href="https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/">Update
 * API objects in place</a>.
 */
public final class StrategicPatch {
  private final Templates templates;

  /** The templates decide how a patch is printed. */
  public StrategicPatch(Templates templates) {
    this.templates = templates;
  }

  /** The texts of the patches. A workload that has all mounts already needs none. */
  public List<String> texts(List<Workload> workloads) {
    List<String> texts = new ArrayList<>();
    for (Workload workload : workloads) {
      if (workload.existing().isPresent() && !workload.existing().get().additions().isEmpty()) {
        texts.add(templates.text(patch(workload, workload.existing().get())));
      }
    }
    return texts;
  }

  private static Workload patch(Workload workload, PatchedManifest patched) {
    Mapping nothing = Mapping.empty(patched.manifest().span());
    Metadata metadata =
        new Metadata(
            workload.metadata().name(),
            workload.metadata().namespace(),
            nothing,
            nothing,
            List.of());
    Mapping written = patched.manifest().mapping("spec");
    Mapping podSpec = new Workload(workload.kind(), metadata, written, List.of()).podSpec();
    MappingBuilder added = new MappingBuilder();
    for (String list : List.of("initContainers", "containers")) {
      List<Tree> containers = new ArrayList<>();
      for (Mapping container : podSpec.mappings(list)) {
        Mapping changes = additions(patched, container);
        if (!changes.isEmpty()) {
          containers.add(changes.with("name", container.find("name")));
        }
      }
      if (!containers.isEmpty()) {
        added.put(list, Sequence.of(containers, nothing.span()));
      }
    }
    Mapping pod = added.build(nothing.span()).withAll(additions(patched, podSpec));
    return new Workload(workload.kind(), metadata, nothing, List.of()).patched(pod, patched);
  }

  /** The lists that are added to a mapping of the manifest. */
  private static Mapping additions(PatchedManifest patched, Mapping to) {
    MappingBuilder lists = new MappingBuilder();
    for (Addition addition : patched.additions()) {
      if (addition.to() == to) {
        lists.put(addition.list(), Sequence.of(addition.items(), to.span()));
      }
    }
    return lists.build(to.span());
  }
}
