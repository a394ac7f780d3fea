package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Guard;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Plan;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Claims that a tool manages and deletes when they leave its repository or its chart, and whose
 * data nothing keeps: the volume is not of policy Retain, or will be made for the claim. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming">Reclaiming</a>.
 */
final class UnprotectedData extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    ClaimedVolumes volumes = new ClaimedVolumes(plan);
    for (Claim claim : plan.claims()) {
      Optional<Guard> tool = toolOf(claim.metadata());
      boolean kept =
          tool.isEmpty()
              || tool.get().keeps(claim.metadata())
              || Guard.ADMISSION.keeps(claim.metadata());
      if (!kept && isLost(claim, volumes.of(claim.ref()))) {
        warn(claim, tool.get(), volumes.of(claim.ref()), findings);
      }
    }
  }

  /** The tool whose labels or annotations the object has. */
  private static Optional<Guard> toolOf(Metadata metadata) {
    Mapping labels = metadata.labels();
    if (hasPrefix(metadata.annotations(), "argocd.argoproj.io/")
        || hasPrefix(labels, "argocd.argoproj.io/")) {
      return Optional.of(Guard.ARGOCD);
    }
    if (hasPrefix(labels, "kustomize.toolkit.fluxcd.io/")) {
      return Optional.of(Guard.FLUX);
    }
    boolean helm =
        labels.text("app.kubernetes.io/managed-by").equals(Optional.of("Helm"))
            || hasPrefix(labels, "helm.toolkit.fluxcd.io/")
            || hasPrefix(metadata.annotations(), "meta.helm.sh/");
    return helm ? Optional.of(Guard.HELM) : Optional.empty();
  }

  private static boolean hasPrefix(Mapping written, String prefix) {
    for (int i = 0; i < written.size(); i++) {
      if (written.key(i).startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the data goes with the claim. What a volume elsewhere does is not known. */
  private static boolean isLost(Claim claim, Volume volume) {
    if (volume != null) {
      return volume.reclaimPolicy().value() != ReclaimPolicy.RETAIN;
    }
    if (claim.volumeName().isPresent() || claim.selector().isPresent()) {
      return false;
    }
    if (claim.storageClassName().isEmpty()) {
      return true;
    }
    String className = claim.storageClassName().get().value();
    return !className.isEmpty() && !className.contains("retain");
  }

  private static void warn(Claim claim, Guard tool, Volume volume, Findings findings) {
    findings.warn(
        Code.UNPROTECTED_DATA,
        List.of(claim),
        claim.metadata().name().span(),
        message(
            "claim {} {}, and {}",
            claim.name(),
            plain(deletion(tool)),
            plain(
                volume == null
                    ? "its data then goes too, unless its class retains volumes"
                    : message(
                        "the policy {} of volume {} then deletes the data",
                        volume.reclaimPolicy().value(),
                        volume.name()))),
        message(
            "write the annotation {}: {}{}",
            plain(tool.key()),
            plain(tool.value()),
            plain(volume == null ? "" : ", or the policy Retain")));
  }

  private static String deletion(Guard tool) {
    return switch (tool) {
      case ARGOCD -> "is deleted when Argo CD prunes it or its Application is deleted";
      case FLUX -> "is deleted when it leaves the source of its Flux Kustomization";
      case HELM -> "is deleted when its Helm release is uninstalled or no longer has it";
      case ADMISSION -> throw new IllegalArgumentException("not a tool");
    };
  }
}
