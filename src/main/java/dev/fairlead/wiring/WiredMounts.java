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

/** The mounts of one workload: what each leads to, and the pod volumes that they share. */
final class WiredMounts {
  private final MountEntries entries;
  private final PodVolumeNames names = new PodVolumeNames();
  private final Map<MountDraft, Mounted> resolved = new IdentityHashMap<>();

  /** Claim and place by pod volume name, in the order of the first mention. */
  private final Map<String, Located<String>> claims = new LinkedHashMap<>();

  WiredMounts(Diagnostics diagnostics) {
    this.entries = new MountEntries(diagnostics);
  }

  /** An entry of a container, and the list that it belongs to. */
  record Wired(String list, Mapping entry) {}

  /** Keeps the name that a claim has in the pod already. */
  void keep(String claim, String name) {
    names.keep(claim, name);
  }

  /** Notes down what a mount leads to, if that is known. */
  void add(MountDraft mount, Optional<Mounted> mounted) {
    if (mounted.isPresent()) {
      resolved.put(mount, mounted.get());
    }
  }

  /** Names all volumes before any claim that is named alike. */
  void nameVolumes(WorkloadDraft workload) {
    for (MountDraft mount : workload.mounts()) {
      Mounted mounted = resolved.get(mount);
      if (mounted != null && mounted.ofVolume() && !mount.each()) {
        names.name(mounted.claimName(), mounted.label());
      }
    }
  }

  /** What a mount becomes in its container; empty if it leads nowhere. */
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

  /** The claims that have been wired, by the names of their pod volumes. */
  Map<String, Located<String>> claims() {
    return claims;
  }
}
