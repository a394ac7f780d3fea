package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.manifest.SharedParts;
import dev.fairlead.model.PatchedManifest;
import dev.fairlead.model.PatchedManifest.Addition;
import dev.fairlead.model.Workload;
import dev.fairlead.spec.ContainerDraft;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds mounts to the pod of an existing workload, except for those that it has already. */
final class ExistingWiring {
  private final MountResolver resolver;
  private final WorkloadDraft draft;
  private final String name;
  private final Diagnostics diagnostics;
  private final WiredMounts mounts;
  private final List<Addition> additions = new ArrayList<>();

  ExistingWiring(MountResolver resolver, WorkloadDraft draft, Diagnostics diagnostics) {
    this.resolver = resolver;
    this.draft = draft;
    this.name = draft.name().value();
    this.diagnostics = diagnostics;
    this.mounts = new WiredMounts(diagnostics);
  }

  /** The workload with the mounts of the draft, and with the additions to its manifest. */
  Workload patch(Workload found, Mapping manifest) {
    Mapping podSpec = found.podSpec();
    for (Mapping volume : podSpec.mappings("volumes")) {
      claimOf(volume).ifPresent(claim -> mounts.keep(claim, volume.text("name").orElse("")));
    }
    for (MountDraft mount : draft.mounts()) {
      mounts.add(mount, resolver.resolve(mount, draft));
    }
    mounts.nameVolumes(draft);
    Map<String, Span> seen = new HashMap<>();
    Mapping patched = withContainers(podSpec, "initContainers", draft.initContainers(), seen);
    patched = withContainers(patched, "containers", draft.containers(), seen);
    patched = withVolumes(patched, podSpec);
    boolean shared = SharedParts.hasAnchors(manifest);
    if (!additions.isEmpty() && shared) {
      diagnostics.add(
          Code.BAD_ALIAS,
          draft.name().span(),
          message("the manifest of {} has YAML anchors, aliases or tags", name),
          "replace them with the values they stand for: a change in one place would also change the"
              + " others");
    }
    return found.patched(
        patched,
        new PatchedManifest(
            manifest, List.copyOf(additions), shared ? List.of() : ServerFields.in(manifest)));
  }

  private Mapping withContainers(
      Mapping podSpec, String list, List<ContainerDraft> containers, Map<String, Span> seen) {
    Mapping patched = podSpec;
    for (ContainerDraft container : containers) {
      if (container.name().isPresent()) {
        Located<String> named = container.name().get();
        Span first = seen.putIfAbsent(named.value(), named.span());
        if (first != null) {
          reportDuplicate(named, first);
        }
      }
      patched = withContainer(patched, list, container);
    }
    return patched;
  }

  private void reportDuplicate(Located<String> container, Span first) {
    diagnostics.add(
        Diagnostic.of(
                Code.DUPLICATE_CONTAINER,
                container.span(),
                message("container {} is listed twice", container.value()))
            .withHint("put all its mounts under one entry")
            .withRelated(first, "first here"));
  }

  private Mapping withContainer(Mapping podSpec, String list, ContainerDraft container) {
    Located<String> wanted =
        container.name().orElseGet(() -> new Located<>("", container.fields().span()));
    List<Tree> containers = new ArrayList<>(podSpec.list(list));
    for (int i = 0; i < containers.size(); i++) {
      if (containers.get(i) instanceof Mapping there && isNamed(there, wanted.value())) {
        containers.set(i, withMounts(there, container));
        return podSpec.with(list, Sequence.of(containers, podSpec.spanOf(list)));
      }
    }
    reportUnknown(wanted, podSpec, list);
    return podSpec;
  }

  private void reportUnknown(Located<String> container, Mapping podSpec, String list) {
    boolean init = list.equals("initContainers");
    String other = init ? "containers" : "initContainers";
    boolean inOther =
        podSpec.mappings(other).stream().anyMatch(there -> isNamed(there, container.value()));
    List<String> names =
        podSpec.mappings(list).stream().flatMap(c -> c.text("name").stream()).toList();
    diagnostics.add(
        Code.DANGLING_REFERENCE,
        container.span(),
        message(
            "the manifest of {} has no {} {}; available: {}{}",
            name,
            plain(init ? "init container" : "container"),
            container.value(),
            plain(names.isEmpty() ? "none" : String.join(", ", names)),
            plain(inOther ? "; it is in " + other : "")),
        "name an existing container: fairlead adds mounts, but no containers");
  }

  private Mapping withMounts(Mapping container, ContainerDraft containerDraft) {
    Map<String, List<Tree>> added = new LinkedHashMap<>();
    Map<List<String>, Mapping> present = new HashMap<>();
    for (String list : List.of(MountEntries.MOUNTS, MountEntries.DEVICES)) {
      container
          .mappings(list)
          .forEach(there -> present.putIfAbsent(MountEntries.place(list, there), there));
    }
    for (MountDraft mount : containerDraft.mounts()) {
      Optional<WiredMounts.Wired> wired = mounts.wire(mount);
      if (wired.isPresent() && !isMounted(present, wired.get(), mount)) {
        added
            .computeIfAbsent(wired.get().list(), key -> new ArrayList<>())
            .add(wired.get().entry());
      }
    }
    Mapping result = container;
    for (Map.Entry<String, List<Tree>> entry : added.entrySet()) {
      result = add(container, result, entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** Whether the container mounts the volume at the path already. Reports different options. */
  private boolean isMounted(
      Map<List<String>, Mapping> present, WiredMounts.Wired wired, MountDraft mount) {
    Mapping there = present.get(MountEntries.place(wired.list(), wired.entry()));
    if (there == null) {
      return false;
    }
    MountEntries.difference(there, wired.entry())
        .ifPresent(
            difference ->
                diagnostics.add(
                    Diagnostic.of(
                            Code.MOUNT_PATH,
                            mount.path().span(),
                            message(
                                "the manifest of {} already has this mount, but {}",
                                name,
                                plain(difference)))
                        .withHint("write the same here, or remove the mount from the manifest")
                        .withRelated(there.span(), "the mount in the manifest")));
    return true;
  }

  private Mapping withVolumes(Mapping podSpec, Mapping before) {
    List<Tree> added = new ArrayList<>();
    Map<String, Mapping> present = new HashMap<>();
    before.mappings("volumes").forEach(v -> present.putIfAbsent(v.text("name").orElse(""), v));
    Map<String, Boolean> mountedReadOnly = PodVolume.mountedReadOnly(podSpec);
    mounts
        .claims()
        .forEach(
            (volume, claim) -> {
              boolean readOnly = mountedReadOnly.getOrDefault(volume, false);
              if (present.containsKey(volume)) {
                checkVolume(readOnly, volume, claim, present.get(volume));
              } else {
                added.add(PodVolume.of(volume, claim, readOnly));
              }
            });
    return added.isEmpty() ? podSpec : add(before, podSpec, "volumes", added);
  }

  /** An existing pod volume must be the claim. If it is read-only, all its mounts must be too. */
  private void checkVolume(boolean readOnly, String volume, Located<String> claim, Mapping there) {
    if (!claimOf(there).equals(Optional.of(claim.value()))) {
      diagnostics.add(
          Diagnostic.of(
                  Code.POD_VOLUME_NAME,
                  claim.span(),
                  message(
                      "the pod of {} already has a volume {}, which is not the claim {}",
                      name,
                      volume,
                      claim.value()))
              .withHint("rename the volume in the spec, or the pod volume in the manifest")
              .withRelated(there.spanOf("name"), "the pod volume in the manifest"));
    } else if (there.mapping("persistentVolumeClaim").isTrue("readOnly") && !readOnly) {
      diagnostics.add(
          Diagnostic.of(
                  Code.READ_ONLY_SOURCE,
                  claim.span(),
                  message(
                      "the pod volume {} in the manifest of {} is read-only, but a mount of it is"
                          + " not: every write would fail",
                      volume,
                      name))
              .withHint(
                  "write readOnly: true here, or remove it from the pod volume in the manifest")
              .withRelated(
                  there.mapping("persistentVolumeClaim").spanOf("readOnly"), "read-only here"));
    }
  }

  /** The mapping with the items added to its list; records them as an addition to the manifest. */
  private Mapping add(Mapping written, Mapping now, String list, List<Tree> items) {
    additions.add(new Addition(written, list, List.copyOf(items)));
    if (written.get(list).filter(there -> !(there instanceof Sequence)).isPresent()) {
      diagnostics.add(
          Code.WRONG_TYPE,
          draft.name().span(),
          message("{} in the manifest of {} is not a list", plain(list), name),
          "fix the manifest first");
    }
    List<Tree> all = new ArrayList<>(now.list(list));
    all.addAll(items);
    return now.with(list, Sequence.of(all, now.spanOf(list)));
  }

  private static Optional<String> claimOf(Mapping volume) {
    return volume.mapping("persistentVolumeClaim").text("claimName");
  }

  private static boolean isNamed(Mapping object, String name) {
    return object.text("name").filter(name::equals).isPresent();
  }
}
