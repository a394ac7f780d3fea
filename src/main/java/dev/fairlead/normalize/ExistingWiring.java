package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.At;
import dev.fairlead.model.Existing;
import dev.fairlead.model.Existing.Addition;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Workload;
import dev.fairlead.normalize.MountResolver.Mounted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Wires mounts into a pod that is written already; what it has already is not added again. */
final class ExistingWiring {
  private final MountResolver resolver;
  private final At<String> workload;
  private final String namespace;
  private final Diagnostics diagnostics;
  private final MountEntries entries;
  private final PodVolumeNames names = new PodVolumeNames();
  private final Map<MountDraft, Mounted> resolved = new LinkedHashMap<>();
  private final Map<String, At<String>> claims = new LinkedHashMap<>();
  private final List<Addition> additions = new ArrayList<>();

  ExistingWiring(
      MountResolver resolver, At<String> workload, String namespace, Diagnostics diagnostics) {
    this.resolver = resolver;
    this.workload = workload;
    this.namespace = namespace;
    this.diagnostics = diagnostics;
    this.entries = new MountEntries(diagnostics);
  }

  /** The workload with the mounts of the draft, and what has to be added for it. */
  Workload patch(Workload found, Tree.Mapping manifest, Fields draft) {
    Tree.Mapping podSpec = found.podSpec();
    for (Tree.Mapping volume : podSpec.mappings("volumes")) {
      volume
          .mapping("persistentVolumeClaim")
          .text("claimName")
          .ifPresent(claim -> names.keep(claim, volume.text("name").orElse("")));
    }
    Containers.mounts(draft)
        .forEach(
            mount ->
                resolver
                    .resolve(mount, workload, namespace)
                    .ifPresent(mounted -> resolved.put(mount, mounted)));
    resolved.values().stream()
        .filter(Mounted::ofVolume)
        .forEach(mounted -> names.name(mounted.claimName(), mounted.label()));
    Tree.Mapping patched = podSpec;
    Set<String> seen = new HashSet<>();
    for (String list : Containers.LISTS) {
      for (Fields container : draft.mappings(list)) {
        container.text("name").filter(n -> !seen.add(n.value())).ifPresent(this::twice);
        patched = withMounts(patched, list, container);
      }
    }
    Tree.Mapping complete = withVolumes(patched, podSpec);
    if (!additions.isEmpty() && Trees.hasAnchors(manifest)) {
      diagnostics.add(
          Code.BAD_ALIAS,
          workload.span(),
          "the manifest of " + quote(workload.value()) + " has YAML anchors, aliases or tags",
          "write out what they stand for: a change of one place would show in others too");
    }
    return found.patched(complete, new Existing(manifest, List.copyOf(additions)));
  }

  private void twice(At<String> container) {
    diagnostics.add(
        Code.DUPLICATE_CONTAINER,
        container.span(),
        "container " + quote(container.value()) + " is there twice",
        "put all its mounts under one of them");
  }

  private Tree.Mapping withMounts(Tree.Mapping podSpec, String list, Fields draft) {
    At<String> name = draft.text("name").orElseGet(() -> new At<>("", draft.span()));
    List<Tree> containers = new ArrayList<>(podSpec.list(list));
    for (int i = 0; i < containers.size(); i++) {
      if (containers.get(i) instanceof Tree.Mapping container
          && container.text("name").filter(name.value()::equals).isPresent()) {
        containers.set(i, withMounts(container, draft));
        return podSpec.with(list, Trees.list(containers, podSpec.spanOf(list)));
      }
    }
    List<String> there =
        podSpec.mappings(list).stream().flatMap(c -> c.text("name").stream()).toList();
    diagnostics.add(
        Code.DANGLING_REFERENCE,
        name.span(),
        "the manifest of "
            + quote(workload.value())
            + " has no "
            + (list.equals("containers") ? "container " : "init container ")
            + quote(name.value())
            + "; there: "
            + (there.isEmpty() ? "none" : String.join(", ", there))
            + inOtherList(podSpec, list, name.value()),
        "name a container that is there: fairlead adds mounts, but no containers");
    return podSpec;
  }

  private static String inOtherList(Tree.Mapping podSpec, String list, String name) {
    String other = list.equals("containers") ? "initContainers" : "containers";
    boolean there =
        podSpec.mappings(other).stream()
            .anyMatch(container -> container.text("name").filter(name::equals).isPresent());
    return there ? "; it stands in " + other : "";
  }

  private Tree.Mapping withMounts(Tree.Mapping container, Fields draft) {
    Map<String, List<Tree>> added = new LinkedHashMap<>();
    for (MountDraft mount : MountDraft.of(draft)) {
      Mounted mounted = resolved.get(mount);
      if (mounted == null) {
        continue;
      }
      String volume = names.name(mounted.claimName(), mounted.label());
      claims.putIfAbsent(volume, mounted.claim());
      Tree.Mapping entry = entries.of(mount, volume, mounted);
      String list = MountEntries.list(mounted);
      if (!isThere(container, list, entry, mount)) {
        added.computeIfAbsent(list, key -> new ArrayList<>()).add(entry);
      }
    }
    Tree.Mapping result = container;
    for (Map.Entry<String, List<Tree>> entry : added.entrySet()) {
      result = add(container, result, entry.getKey(), entry.getValue());
    }
    return result;
  }

  /** Whether the container mounts the volume at the path already, which must be in the same way. */
  private boolean isThere(
      Tree.Mapping container, String list, Tree.Mapping entry, MountDraft mount) {
    for (Tree.Mapping there : container.mappings(list)) {
      if (MountEntries.isSamePlace(there, entry)) {
        MountEntries.difference(there, entry)
            .ifPresent(
                difference ->
                    diagnostics.add(
                        Code.MOUNT_PATH,
                        mount.path().span(),
                        "the manifest of "
                            + quote(workload.value())
                            + " has this mount already, but "
                            + difference,
                        "write the same here, or take the mount out of the manifest"));
        return true;
      }
    }
    return false;
  }

  private Tree.Mapping withVolumes(Tree.Mapping podSpec, Tree.Mapping before) {
    List<Tree> added = new ArrayList<>();
    claims.forEach(
        (name, claim) -> {
          Optional<Tree.Mapping> there =
              before.mappings("volumes").stream()
                  .filter(volume -> volume.text("name").filter(name::equals).isPresent())
                  .findFirst();
          if (there.isEmpty()) {
            added.add(PodWiring.podVolume(podSpec, name, claim));
          } else if (mounts(there.get(), claim.value())) {
            checkWritable(podSpec, name, there.get());
          } else {
            diagnostics.add(
                Code.POD_VOLUME_NAME,
                claim.span(),
                quote(workload.value())
                    + " has a pod volume "
                    + quote(name)
                    + " already, which is not the claim "
                    + quote(claim.value()),
                "rename one of the two: the volume of the spec, or that in the manifest");
          }
        });
    return added.isEmpty() ? podSpec : add(before, podSpec, "volumes", added);
  }

  /** A pod volume that is read-only makes every mount of it so. */
  private void checkWritable(Tree.Mapping podSpec, String name, Tree.Mapping volume) {
    if (volume.mapping("persistentVolumeClaim").isTrue("readOnly")
        && !PodWiring.onlyReadOnlyMounts(podSpec, name)) {
      diagnostics.add(
          Code.READ_ONLY_SOURCE,
          claims.get(name).span(),
          "the pod volume "
              + quote(name)
              + " in the manifest of "
              + quote(workload.value())
              + " is read-only, but a mount of it is not: every write would fail",
          "write readOnly: true here, or take it out of the manifest's pod volume");
    }
  }

  /** The mapping with more items, which are noted down for its text too. */
  private Tree.Mapping add(Tree.Mapping written, Tree.Mapping now, String list, List<Tree> items) {
    additions.add(new Addition(written, list, List.copyOf(items)));
    boolean broken = written.get(list).filter(there -> !isList(there)).isPresent();
    if (broken) {
      diagnostics.add(
          Code.WRONG_TYPE,
          workload.span(),
          list + " in the manifest of " + quote(workload.value()) + " is not a list",
          "mend the manifest first");
    }
    List<Tree> all = new ArrayList<>(now.list(list));
    all.addAll(items);
    return now.with(list, Trees.list(all, now.spanOf(list)));
  }

  private static boolean isList(Tree tree) {
    return tree instanceof Tree.Sequence
        || (tree instanceof Tree.Scalar scalar && scalar.kind() == Tree.Scalar.Kind.NULL);
  }

  private static boolean mounts(Tree.Mapping volume, String claim) {
    return volume
        .mapping("persistentVolumeClaim")
        .text("claimName")
        .filter(claim::equals)
        .isPresent();
  }
}
