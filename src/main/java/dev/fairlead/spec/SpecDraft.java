package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Metadata;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A spec as written, split into its parts. */
public final class SpecDraft {
  private static final String DEFAULT_NAMESPACE = "default";

  private final String name;
  private final Located<String> namespace;
  private final Optional<Located<String>> kubernetes;
  private final Mapping root;
  private final Optional<Mapping> defaults;
  private final SharedMetadata shared;
  private final SharedMetadata sharedByVolumes;
  private final List<VolumeDraft> volumes = new ArrayList<>();
  private final List<ClaimDraft> claims = new ArrayList<>();
  private final List<WorkloadDraft> workloads = new ArrayList<>();
  private final Map<String, Map<String, String>> shares;
  private final Map<String, VolumeDraft> volumesByName = new HashMap<>();
  private final Map<String, List<ClaimDraft>> claimsByName = new HashMap<>();

  /** Splits a document; parts with an error among the diagnostics are marked as broken. */
  public SpecDraft(WrittenOut spec, Diagnostics diagnostics) {
    Document document = spec.document();
    shares = spec.shares();
    root =
        document.root() instanceof Mapping mapping
            ? mapping
            : Mapping.empty(document.root().span());
    Mapping metadata = root.mappingAt("metadata").orElse(root);
    name = metadata.stringOr("name", "");
    namespace =
        metadata
            .string("namespace")
            .orElse(
                new Located<>(
                    DEFAULT_NAMESPACE,
                    metadata == root ? root.span() : root.keySpan("metadata").orElseThrow()));
    kubernetes = root.string("kubernetes");
    defaults = root.mappingAt("defaults");
    shared = SharedMetadata.of(metadata, diagnostics);
    sharedByVolumes = defaults.isPresent() ? shared.with(defaults.get()) : shared;
    for (Mapping fields : root.mappings("volumes")) {
      add(new VolumeDraft(fields, defaults, namespace.value(), diagnostics));
    }
    for (Mapping fields : root.mappings("claims")) {
      add(ClaimDraft.of(fields, namespace, diagnostics));
    }
    for (Mapping fields : root.mappings("workloads")) {
      workloads.add(new WorkloadDraft(fields, namespace));
    }
  }

  private void add(VolumeDraft volume) {
    volumes.add(volume);
    if (volume.name().isPresent()) {
      volumesByName.putIfAbsent(volume.name().get().value(), volume);
    }
  }

  private void add(ClaimDraft claim) {
    claims.add(claim);
    if (claim.name().isPresent()) {
      String claimName = claim.name().get().value();
      claimsByName.putIfAbsent(claimName, new ArrayList<>());
      claimsByName.get(claimName).add(claim);
    }
  }

  /** The name of the spec; empty if there is none. */
  public String name() {
    return name;
  }

  /** The namespace of all resources that have none of their own. */
  public Located<String> namespace() {
    return namespace;
  }

  /** The version of Kubernetes that the spec is for. */
  public Optional<Located<String>> kubernetes() {
    return kubernetes;
  }

  /** The default fields of all volumes. */
  public Optional<Mapping> defaults() {
    return defaults;
  }

  /** The labels and annotations of all claims and workloads. */
  public SharedMetadata shared() {
    return shared;
  }

  /** The labels and annotations of all volumes, including those from the defaults. */
  public SharedMetadata sharedByVolumes() {
    return sharedByVolumes;
  }

  /**
   * The metadata of a volume or claim with what {@code protect} asks for: that of the volume or
   * declared claim, else that of the spec.
   */
  public Metadata protect(Metadata metadata, Mapping own, Diagnostics diagnostics) {
    List<Located<String>> words = (own.has("protect") ? own : root).strings("protect");
    return words.isEmpty() ? metadata : new Protection(words, diagnostics).addTo(metadata);
  }

  /** The volumes in the order of the file. */
  public List<VolumeDraft> volumes() {
    return volumes;
  }

  /** The declared claims in the order of the file. */
  public List<ClaimDraft> claims() {
    return claims;
  }

  /** The workloads in the order of the file. */
  public List<WorkloadDraft> workloads() {
    return workloads;
  }

  /**
   * The first volume with this name. A share that is reserved in several namespaces is the volume
   * for this namespace; any of its volumes if there is none for it.
   */
  public Optional<VolumeDraft> volume(String name, String namespace) {
    if (!isForNamespaces(name)) {
      return Optional.ofNullable(volumesByName.get(name));
    }
    Map<String, String> share = shares.get(name);
    String any = share.values().iterator().next();
    return Optional.ofNullable(volumesByName.get(share.getOrDefault(namespace, any)));
  }

  /** Whether the name stands for a share that is reserved in several namespaces. */
  public boolean isForNamespaces(String name) {
    return shares.containsKey(name) && !volumesByName.containsKey(name);
  }

  /** The declared claim with this name: the one in the namespace, else the first in another. */
  public Optional<ClaimDraft> claim(String name, String namespace) {
    List<ClaimDraft> named = claimsByName.getOrDefault(name, List.of());
    for (ClaimDraft claim : named) {
      if (claim.namespace().value().equals(namespace)) {
        return Optional.of(claim);
      }
    }
    return named.isEmpty() ? Optional.empty() : Optional.of(named.get(0));
  }

  /** The names of all volumes, for suggestions. */
  public List<String> volumeNames() {
    List<String> names = new ArrayList<>();
    for (VolumeDraft volume : volumes) {
      volume.name().ifPresent(located -> names.add(located.value()));
    }
    names.addAll(shares.keySet());
    return names;
  }
}
