package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.KubernetesVersion;
import dev.fairlead.model.Plan;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Spec;
import dev.fairlead.model.Translated;
import dev.fairlead.model.VersionFact;
import dev.fairlead.model.Volume;
import java.util.List;
import java.util.Optional;

/**
 * In-tree sources whose code Kubernetes has removed. Kubernetes passes such a volume to a CSI
 * driver, which must be installed. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#migrating-to-csi-drivers-from-in-tree-plugins">CSI
 * migration</a>.
 */
final class InTreeSources extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    for (Spec spec : plan.specs()) {
      for (Volume volume : spec.volumes()) {
        check(spec, volume, findings);
      }
    }
  }

  private static void check(Spec spec, Volume volume, Findings findings) {
    SourceType type = volume.source().value().type();
    if (!type.isServed() && isGone(type, spec.newestKubernetes())) {
      findings.add(
          Code.REMOVED_SOURCE,
          volume.source().span(),
          message(
              "{} of volume {} was removed from Kubernetes: no node can mount it",
              type,
              volume.name()),
          "use the CSI driver of the storage, if there is one");
    }
    Optional<KubernetesVersion> removed = type.removedIn();
    if (removed.isPresent() && !spec.newestKubernetes().isBefore(removed.get())) {
      handedOver(volume, removed.get().toString(), type.csiDriver().orElse(""), findings);
    }
    for (Translated change : volume.translated()) {
      findings.warn(change.code(), List.of(volume), change.span(), change.message(), change.hint());
    }
  }

  private static boolean isGone(SourceType type, KubernetesVersion version) {
    Optional<VersionFact> fact = VersionFact.ofSource(type.toString());
    return fact.isEmpty() || fact.get().isGoneIn(version);
  }

  private static void handedOver(Volume volume, String version, String driver, Findings findings) {
    findings.warn(
        Code.REMOVED_PLUGIN,
        List.of(volume),
        volume.source().span(),
        message(
            "{} of volume {} was removed in Kubernetes {}; it needs the CSI driver {}, which must"
                + " be installed",
            volume.source().value().type(),
            volume.name(),
            plain(version),
            plain(driver)),
        findings.hint(
            "write csiMigration: true to let fairlead write the csi source",
            message("write csi: {driver: {}, volumeHandle: <id>} instead", plain(driver))));
  }
}
