package dev.fairlead.adopt;

import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Pod;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The volumeMounts and volumeDevices of a pod as {@code mounts}. What mounts can't say stays as it
 * is.
 */
final class PodMounts {
  private static final Set<String> OPTIONS =
      Set.of(
          "name",
          "mountPath",
          "readOnly",
          "subPath",
          "subPathExpr",
          "mountPropagation",
          "recursiveReadOnly");

  private final Mapping podSpec;
  private final String namespace;
  private final Mountables mountables;
  private final Map<String, ClaimRef> claims = new HashMap<>();
  private final Map<String, Tree> eachLists;
  private final Set<String> begun = new HashSet<>();

  /**
   * The mounts of a pod.
   *
   * @param eachLists by the name of a claim template, the volumes that its pods have
   */
  PodMounts(Mapping podSpec, String namespace, Mountables mountables, Map<String, Tree> eachLists) {
    this.podSpec = podSpec;
    this.namespace = namespace;
    this.mountables = mountables;
    this.eachLists = eachLists;
    Map<ClaimRef, Integer> counts = new HashMap<>();
    for (Mapping volume : podSpec.mappings("volumes")) {
      ref(volume).ifPresent(ref -> counts.merge(ref, 1, Integer::sum));
    }
    for (Mapping volume : podSpec.mappings("volumes")) {
      ref(volume)
          .filter(ref -> counts.get(ref) == 1 && suits(volume, ref))
          .ifPresent(ref -> claims.put(volume.stringOr("name", ""), ref));
    }
  }

  private java.util.Optional<ClaimRef> ref(Mapping volume) {
    return volume
        .mapping("persistentVolumeClaim")
        .text("claimName")
        .map(name -> new ClaimRef(namespace, name));
  }

  /** Whether mounts make this pod volume as it is. */
  private boolean suits(Mapping volume, ClaimRef claim) {
    Mapping source = volume.mapping("persistentVolumeClaim");
    boolean readOnly = source.isTrue("readOnly");
    if (volume.size() != 2 || source.size() != (source.has("readOnly") ? 2 : 1)) {
      return false;
    }
    boolean mounted = false;
    boolean device = false;
    boolean allReadOnly = true;
    String name = volume.stringOr("name", "");
    for (Mapping container : new Pod(podSpec).containers()) {
      for (Mapping mount : container.mappings("volumeMounts")) {
        if (mount.stringOr("name", "").equals(name)) {
          mounted = true;
          allReadOnly &= mount.isTrue("readOnly");
          if (!OPTIONS.containsAll(mount.keys())
              || !mount.isTrue("readOnly") && mountables.isReadOnlySource(claim)) {
            return false;
          }
        }
      }
      for (Mapping mount : container.mappings("volumeDevices")) {
        if (mount.stringOr("name", "").equals(name)) {
          device = true;
          if (mount.size() != 2) {
            return false;
          }
        }
      }
    }
    Boolean block = mountables.isBlock(claim);
    boolean modeFits = block == null || block == device;
    return mounted != device && modeFits && readOnly == (mounted && allReadOnly);
  }

  /** The rest of the PodSpec. */
  Mapping rest() {
    Mapping rest = Fields.without(podSpec, "containers", "initContainers");
    List<Tree> volumes = new ArrayList<>();
    for (Tree volume : podSpec.list("volumes")) {
      if (!(volume instanceof Mapping fields) || !claims.containsKey(fields.stringOr("name", ""))) {
        volumes.add(volume);
      }
    }
    if (volumes.size() == podSpec.list("volumes").size()) {
      return rest;
    }
    return volumes.isEmpty()
        ? Fields.without(rest, "volumes")
        : rest.with("volumes", Sequence.of(volumes, podSpec.spanOf("volumes")));
  }

  /** Containers with their mounts. With {@code namesOnly}, without anything else. */
  List<Tree> containers(String list, boolean namesOnly) {
    List<Tree> containers = new ArrayList<>();
    for (Mapping container : podSpec.mappings(list)) {
      MappingBuilder mounts = new MappingBuilder();
      List<Tree> left = move(container, "volumeMounts", "mountPath", mounts);
      List<Tree> devices = move(container, "volumeDevices", "devicePath", mounts);
      Mapping built = mounts.build(container.span());
      if (namesOnly) {
        if (!built.isEmpty()) {
          containers.add(
              new MappingBuilder()
                  .put("name", container.find("name"))
                  .put("mounts", built)
                  .build(container.span()));
        }
        continue;
      }
      Mapping fields = withList(container, "volumeMounts", left);
      fields = withList(fields, "volumeDevices", devices);
      fields = built.isEmpty() ? fields : fields.with("mounts", built);
      containers.add(Fields.ordered(fields, WorkloadEntry.CONTAINER));
    }
    return containers;
  }

  private static Mapping withList(Mapping container, String list, List<Tree> items) {
    return items.isEmpty()
        ? Fields.without(container, list)
        : container.with(list, Sequence.of(items, container.spanOf(list)));
  }

  /** Moves entries of a list to the mounts. Returns those that stay. */
  private List<Tree> move(Mapping container, String list, String path, MappingBuilder mounts) {
    List<Tree> left = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (Tree item : container.list(list)) {
      Mapping entry = item instanceof Mapping fields ? fields : Mapping.empty(item.span());
      String name = entry.stringOr("name", "");
      boolean each = eachLists.containsKey(name);
      if ((each || claims.containsKey(name)) && paths.add(entry.stringOr(path, ""))) {
        mounts.put(entry.stringOr(path, ""), each ? each(entry) : mount(entry, claims.get(name)));
      } else {
        left.add(item);
      }
    }
    return left;
  }

  private Tree each(Mapping entry) {
    String name = entry.stringOr("name", "");
    Scalar template = Scalar.string(name, entry.span());
    MappingBuilder mount = new MappingBuilder();
    if (begun.add(name)) {
      mount.put("each", eachLists.get(name)).put("name", template);
    } else {
      mount.put("each", template);
    }
    Mapping options = Fields.without(entry, "name", "mountPath", "devicePath");
    return Mountables.mount(mount.build(entry.span()), options);
  }

  private Tree mount(Mapping entry, ClaimRef claim) {
    MappingBuilder options = new MappingBuilder();
    String name = entry.stringOr("name", "");
    if (!name.equals(mountables.podVolume(claim))) {
      options.put("name", entry.find("name"));
    }
    if (mountables.isBlock(claim) == null && entry.has("devicePath")) {
      options.put("volumeMode", "Block", entry.span());
    }
    boolean readOnly = entry.isTrue("readOnly");
    if (readOnly != mountables.isReadOnly(claim) && !entry.has("devicePath")) {
      options.put("readOnly", Scalar.bool(readOnly, entry.span()));
    }
    Mapping others = Fields.without(entry, "name", "mountPath", "devicePath", "readOnly");
    for (int i = 0; i < others.size(); i++) {
      options.put(others.key(i), others.value(i));
    }
    Mapping mount =
        Mountables.mount(mountables.name(claim, entry.span()), options.build(entry.span()));
    return mountables.shortened(mount, claim);
  }

  /** Whether it mounts any claim or claim template of the spec. */
  boolean mountsAny() {
    for (Mapping volume : podSpec.mappings("volumes")) {
      if (ref(volume).filter(mountables::knows).isPresent()) {
        return true;
      }
    }
    return !eachLists.isEmpty();
  }
}
