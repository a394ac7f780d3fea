package dev.fairlead.model;

import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What keeps a volume or claim that is no longer in the manifests from being deleted: an annotation
 * for a tool, or a label for an admission policy. See <a
 * href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Sync options</a> of Argo
 * CD, <a
 * href="https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources">Kustomization</a>
 * of Flux, and <a
 * href="https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource">Tips
 * and tricks</a> of Helm.
 */
public enum Guard {
  /** Argo CD neither prunes nor deletes it. */
  ARGOCD("argocd", "argocd.argoproj.io/sync-options", "Prune=false,Delete=false"),
  /** Flux does not prune it. */
  FLUX("flux", "kustomize.toolkit.fluxcd.io/prune", "disabled"),
  /** Helm keeps it. */
  HELM("helm", "helm.sh/resource-policy", "keep"),
  /** The policy of {@code fairlead protect-policy} denies its deletion. */
  ADMISSION("admission", "fairlead.dev/protected", "true");

  private final String word;
  private final String key;
  private final String value;

  Guard(String word, String key, String value) {
    this.word = word;
    this.key = key;
    this.value = value;
  }

  /** The guard with this word in {@code protect}. */
  public static Optional<Guard> of(String word) {
    for (Guard guard : values()) {
      if (guard.word.equals(word)) {
        return Optional.of(guard);
      }
    }
    return Optional.empty();
  }

  /** The word in {@code protect}. */
  public String word() {
    return word;
  }

  /** Whether it is a label. The others are annotations. */
  public boolean isLabel() {
    return this == ADMISSION;
  }

  /** The key of the annotation or label. */
  public String key() {
    return key;
  }

  /** The value that keeps the resource. */
  public String value() {
    return value;
  }

  /** The user's own value together with this one. Empty if the two say opposite things. */
  public Optional<String> joined(String own) {
    if (this != ARGOCD) {
      return own.strip().equalsIgnoreCase(value) ? Optional.of(value) : Optional.empty();
    }
    List<String> options = new ArrayList<>();
    for (String option : own.split(",")) {
      if (!option.isBlank()) {
        options.add(option.strip());
      }
    }
    for (String needed : value.split(",")) {
      String name = needed.substring(0, needed.indexOf('=') + 1);
      boolean other = options.stream().anyMatch(o -> o.startsWith(name) && !o.equals(needed));
      if (other) {
        return Optional.empty();
      }
      if (!options.contains(needed)) {
        options.add(needed);
      }
    }
    return Optional.of(String.join(",", options));
  }

  /** Whether a resource with this metadata is kept. */
  public boolean keeps(Metadata metadata) {
    Mapping written = isLabel() ? metadata.labels() : metadata.annotations();
    Optional<String> own = written.text(key);
    return own.isPresent() && joined(own.get()).equals(own.map(String::strip));
  }
}
