package dev.fairlead.folder;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.StorageKind;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Volumes and claims whose files go: a GitOps tool that prunes deletes them in the cluster. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming">Reclaiming</a>.
 */
public final class PrunedStorage {
  private static final String ARGO_CD = "argocd.argoproj.io/sync-options";
  private static final String FLUX = "kustomize.toolkit.fluxcd.io/prune";

  private PrunedStorage() {}

  /** A warning for each volume and claim that the changes remove and that prune would delete. */
  public static List<Diagnostic> findings(List<Change> changes) {
    List<Diagnostic> findings = new ArrayList<>();
    for (Change change : changes) {
      if (change.type() == Change.Type.REMOVE) {
        Optional<Mapping> before = change.manifest(change.before());
        if (before.isPresent() && !isMoved(before.get(), changes)) {
          finding(before.get()).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** Whether the object only gets a file of another name. */
  private static boolean isMoved(Mapping object, List<Change> changes) {
    for (Change change : changes) {
      if (change.type() == Change.Type.CREATE) {
        Optional<Mapping> after = change.manifest(change.after());
        if (after.isPresent() && id(after.get()).equals(id(object))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> id(Mapping object) {
    Mapping metadata = object.mapping("metadata");
    return List.of(
        object.stringOr("kind", ""),
        metadata.stringOr("namespace", ""),
        metadata.stringOr("name", ""));
  }

  private static Optional<Diagnostic> finding(Mapping manifest) {
    if (isKept(manifest.mapping("metadata").mapping("annotations"))) {
      return Optional.empty();
    }
    Mapping metadata = manifest.mapping("metadata");
    String kind = manifest.stringOr("kind", "");
    String end;
    if (kind.equals(StorageKind.PERSISTENT_VOLUME_CLAIM.toString())) {
      end = "its volume becomes Released, or loses the disk if its reclaim policy is Delete";
    } else if (kind.equals(StorageKind.PERSISTENT_VOLUME.toString())) {
      String policy = manifest.mapping("spec").stringOr("persistentVolumeReclaimPolicy", "Retain");
      end =
          policy.equals("Retain")
              ? "the disk stays, because the reclaim policy is Retain"
              : "the disk may go with it, because the reclaim policy is " + policy;
    } else {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.of(
                Code.PRUNED_STORAGE,
                metadata.has("name") ? metadata.spanOf("name") : manifest.span(),
                message(
                    "{} {} is no longer rendered: Argo CD and Flux delete it in the cluster when"
                        + " they prune, and {}",
                    plain(kind),
                    metadata.stringOr("name", ""),
                    plain(end)))
            .withHint(
                message(
                    "to keep it in the cluster, first deploy it with the annotation {}: Prune=false"
                        + " or {}: disabled",
                    plain(ARGO_CD),
                    plain(FLUX))));
  }

  private static boolean isKept(Mapping annotations) {
    return annotations.stringOr(ARGO_CD, "").contains("Prune=false")
        || annotations.stringOr(FLUX, "").equals("disabled");
  }
}
