package dev.fairlead.wiring;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The mounts of one workload with their claims, and the pod volumes that they share. */
final class WiredMounts {
  private final MountEntries entries;
  private final PodVolumeNames names = new PodVolumeNames();
  private final Map<MountDraft, Mounted> resolved = new IdentityHashMap<>();

  /** The claims by the names of their pod volumes, in the order of the first mount. */
  private final Map<String, Located<String>> claims = new LinkedHashMap<>();

  WiredMounts(Diagnostics diagnostics) {
    this.entries = new MountEntries(diagnostics);
  }

  /** An entry of a container, and the key of the list that it belongs to. */
  record Wired(String list, Mapping entry) {}

  /** Records the name that the pod already uses for a claim. */
  void keep(String claim, String name) {
    names.keep(claim, name);
  }

  /** Records the claim of a mount, if it has one. */
  void add(MountDraft mount, Optional<Mounted> mounted) {
    if (mounted.isPresent()) {
      resolved.put(mount, mounted.get());
    }
  }

  /**
   * Names the pod volumes of the spec's volumes first: a claim with the same name gets another one.
   */
  void nameVolumes(WorkloadDraft workload) {
    for (MountDraft mount : workload.mounts()) {
      Mounted mounted = resolved.get(mount);
      if (mounted != null && mounted.ofVolume() && !mount.each()) {
        names.name(mounted.claimName(), mounted.label());
      }
    }
  }

  /** The entry of a mount in its container; empty if the mount has an error. */
  Optional<Wired> wire(MountDraft mount) {
    Mounted mounted = resolved.get(mount);
    if (mounted == null) {
      return Optional.empty();
    }
    String volume = mounted.label();
    if (!mount.each()) {
      volume = names.name(mounted.claimName(), volume);
      claims.putIfAbsent(volume, mounted.claim());
    }
    return Optional.of(new Wired(MountEntries.list(mounted), entries.of(mount, volume, mounted)));
  }

  /** The mounted claims by the names of their pod volumes. */
  Map<String, Located<String>> claims() {
    return claims;
  }
}
