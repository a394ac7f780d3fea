package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Pod;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;

/**
 * An azureDisk among the volumes of a pod. Without {@code kind}, the API server takes it for a blob
 * of a shared account. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volumes/#azuredisk">azureDisk</a>.
 */
final class InlineAzureDisks extends Rule {
  @Override
  void checkPods(Workload workload, Findings findings) {
    String key = SourceType.AZURE_DISK.toString();
    for (Mapping volume : Pod.of(workload).volumes()) {
      // The schema judges the diskURI.
      if (volume.find(key) instanceof Mapping disk
          && !disk.stringOr("kind", "").equals("Managed")) {
        findings.addUnlessReported(
            Code.SOURCE_FIELDS,
            volume.keySpan(key).orElse(volume.span()),
            message(
                "azureDisk of the pod volume {} is not of kind Managed with a diskURI that begins"
                    + " with /subscriptions/: other disks can't be mounted any more",
                volume.stringOr("name", "")),
            "write kind: Managed, and as diskURI the resource ID that Azure shows");
      }
    }
  }
}
