package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The mounts of one workload with their claims, and the pod volumes that they share. */
final class WiredMounts {
  private final Diagnostics diagnostics;
  private final MountEntries entries;
  private final PodVolumeNames names = new PodVolumeNames();
  private final Map<MountDraft, Mounted> resolved = new IdentityHashMap<>();

  /** Where mounts name the pod volumes of claims. */
  private final Map<String, Span> chosen = new HashMap<>();

  /** The claims by the names of their pod volumes, in the order of the first mount. */
  private final Map<String, Located<String>> claims = new LinkedHashMap<>();

  WiredMounts(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
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
   * Names the pod volumes. Names that mounts choose come first, then those of the spec's volumes: a
   * claim with the same name gets another one.
   */
  void nameVolumes(WorkloadDraft workload) {
    for (MountDraft mount : workload.mounts()) {
      Mounted mounted = resolved.get(mount);
      Optional<Located<String>> name = mount.fields().string("name");
      if (mounted != null && name.isPresent() && !mount.each()) {
        choose(mounted.claimName(), name.get());
      }
    }
    for (MountDraft mount : workload.mounts()) {
      Mounted mounted = resolved.get(mount);
      if (mounted != null && mounted.ofVolume() && !mount.each()) {
        names.name(mounted.claimName(), mounted.label());
      }
    }
  }

  private void choose(String claim, Located<String> name) {
    Optional<String> other = names.claimOf(name.value());
    String before = names.choose(claim, name.value());
    if (!before.equals(name.value())) {
      add(
          Diagnostic.of(
                  Code.CLAIM_TWICE_IN_POD,
                  name.span(),
                  message(
                      "the pod volume of claim {} is named {} here, but {} elsewhere: a pod with"
                          + " two volumes for one CSI claim would never start",
                      claim,
                      name.value(),
                      before))
              .withHint("use one name for all mounts of it"),
          claim);
    } else if (other.isPresent() && !other.get().equals(claim)) {
      add(
          Diagnostic.of(
                  Code.POD_VOLUME_NAME,
                  name.span(),
                  message(
                      "the pod volume of claim {} can't be named {}, because that of claim {} is",
                      claim,
                      name.value(),
                      other.get()))
              .withHint("choose another name"),
          other.get());
    } else {
      chosen.putIfAbsent(claim, name.span());
    }
  }

  /** Adds a finding with the place that names the pod volume of a claim, if the spec does. */
  private void add(Diagnostic finding, String claim) {
    Span first = chosen.get(claim);
    diagnostics.add(first == null ? finding : finding.withRelated(first, "first named here"));
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
