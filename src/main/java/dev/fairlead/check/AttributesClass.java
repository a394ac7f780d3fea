package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.Volume;

/**
 * Only CSI volumes can have a VolumeAttributesClass. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/">Volume attributes
 * classes</a>.
 */
final class AttributesClass extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    if (volume.volumeAttributesClassName().isPresent() && !volume.source().value().isCsi()) {
      findings.add(
          Diagnostic.of(
                  Code.ATTRIBUTES_CLASS_WITHOUT_CSI,
                  volume.volumeAttributesClassName().get().span(),
                  message(
                      "volume {} has a volumeAttributesClassName, which only csi volumes can have,"
                          + " not {}",
                      volume.name(),
                      volume.source().value().type()))
              .withHint("leave it out, or use the csi source of the disk's driver")
              .withRelated(volume.source().span(), "the source"));
    }
  }
}
