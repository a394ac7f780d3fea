package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.At;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.normalize.MountResolver.Mounted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Wires the mounts of one workload: a pod volume per claim, and a volumeMount or volumeDevice per
 * mount. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes">Claims
 * as volumes</a>.
 */
final class PodWiring {
  private final MountResolver resolver;
  private final ClaimTemplates templates;
  private final Diagnostics diagnostics;
  private final MountEntries entries;
  private final At<String> workload;
  private final String namespace;
  private final PodVolumeNames names = new PodVolumeNames();

  private final Map<MountDraft, Mounted> resolved = new LinkedHashMap<>();

  /** Claim and place by pod volume name, in the order of the first mention. */
  private final Map<String, At<String>> claims = new LinkedHashMap<>();

  PodWiring(
      MountResolver resolver,
      ClaimTemplates templates,
      At<String> workload,
      String namespace,
      Diagnostics diagnostics) {
    this.resolver = resolver;
    this.templates = templates;
    this.workload = workload;
    this.namespace = namespace;
    this.diagnostics = diagnostics;
    this.entries = new MountEntries(diagnostics);
  }

  /** The PodSpec with the containers of the workload and all they mount. */
  Tree.Mapping podSpec(Fields draft) {
    resolve(draft);
    Tree.Mapping podSpec = draft.tree("podSpec").orElse(Tree.Mapping.of(Map.of(), draft.span()));
    for (String list : Containers.LISTS) {
      List<Tree> containers = new ArrayList<>();
      for (Fields container : draft.mappings(list)) {
        containers.add(container(container));
      }
      if (!containers.isEmpty()) {
        podSpec = podSpec.with(list, Trees.list(containers, draft.span()));
      }
    }
    return withVolumes(podSpec, draft);
  }

  /** Resolves all mounts before any is named: volumes come before claims that are named alike. */
  private void resolve(Fields draft) {
    for (MountDraft mount : Containers.mounts(draft)) {
      Optional<Mounted> mounted =
          mount.each() ? templates.resolve(mount) : resolver.resolve(mount, workload, namespace);
      if (mounted.isPresent()) {
        resolved.put(mount, mounted.get());
      }
    }
    for (Map.Entry<MountDraft, Mounted> entry : resolved.entrySet()) {
      Mounted mounted = entry.getValue();
      if (mounted.ofVolume() && !entry.getKey().each()) {
        names.name(mounted.claimName(), mounted.label());
      }
    }
  }

  private Tree.Mapping container(Fields draft) {
    Map<String, Tree> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : draft.entries()) {
      if (!entry.getKey().equals("mounts")) {
        fields.put(entry.getKey(), Trees.of(entry.getValue()));
      }
    }
    Tree.Mapping container = Tree.Mapping.of(fields, draft.span());
    List<Tree> mounts = new ArrayList<>(container.list("volumeMounts"));
    List<Tree> devices = new ArrayList<>(container.list("volumeDevices"));
    for (MountDraft mount : MountDraft.of(draft)) {
      Optional<Mounted> mounted = Optional.ofNullable(resolved.get(mount));
      if (mounted.isPresent()) {
        String volume = mounted.get().label();
        if (!mount.each()) {
          volume = names.name(mounted.get().claimName(), volume);
          claims.putIfAbsent(volume, mounted.get().claim());
        }
        Tree.Mapping entry = entries.of(mount, volume, mounted.get());
        (mounted.get().mode() == VolumeMode.BLOCK ? devices : mounts).add(entry);
      }
    }
    if (!mounts.isEmpty()) {
      container = container.with("volumeMounts", Trees.list(mounts, draft.span()));
    }
    return devices.isEmpty()
        ? container
        : container.with("volumeDevices", Trees.list(devices, draft.span()));
  }

  private Tree.Mapping withVolumes(Tree.Mapping podSpec, Fields draft) {
    if (claims.isEmpty()) {
      return podSpec;
    }
    List<Tree> volumes = new ArrayList<>(podSpec.list("volumes"));
    for (Tree.Mapping written : podSpec.mappings("volumes")) {
      String name = written.text("name").orElse("");
      if (claims.containsKey(name)) {
        diagnostics.add(
            Code.POD_VOLUME_NAME,
            written.get("name").orElseThrow().span(),
            "podSpec.volumes has a volume "
                + quote(name)
                + ", which is the name of the volume that mounts makes for the claim "
                + quote(claims.get(name).value()),
            "give this one another name");
      }
    }
    for (Map.Entry<String, At<String>> claim : claims.entrySet()) {
      volumes.add(podVolume(podSpec, claim.getKey(), claim.getValue()));
    }
    return podSpec.with("volumes", Trees.list(volumes, draft.span()));
  }

  /** The pod volume of a claim. */
  static Tree podVolume(Tree.Mapping podSpec, String name, At<String> claim) {
    Span span = claim.span();
    Tree.Mapping source =
        Tree.Mapping.of(Map.of("claimName", Trees.text(claim.value(), span)), span);
    if (onlyReadOnlyMounts(podSpec, name)) {
      source = source.with("readOnly", Tree.Scalar.bool(true, span));
    }
    return Tree.Mapping.of(
        Map.of("name", Trees.text(name, span), "persistentVolumeClaim", source), span);
  }

  /** Whether no mount of a pod volume can be written to. */
  static boolean onlyReadOnlyMounts(Tree.Mapping podSpec, String volume) {
    boolean mounted = false;
    for (Tree.Mapping container : new Pod(podSpec).containers()) {
      for (Tree.Mapping mount : container.mappings("volumeMounts")) {
        if (mount.text("name").orElse("").equals(volume)) {
          if (!mount.isTrue("readOnly")) {
            return false;
          }
          mounted = true;
        }
      }
    }
    return mounted;
  }
}
