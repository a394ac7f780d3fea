package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;

/**
 * Only CSI volumes have a VolumeAttributesClass. See <a
 * href="https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/">Volume attributes
 * classes</a>.
 */
final class AttributesClass implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      if (volume.volumeAttributesClassName().isPresent() && !volume.source().value().isCsi()) {
        findings.add(
            Code.ATTRIBUTES_CLASS_WITHOUT_CSI,
            volume.volumeAttributesClassName().get().span(),
            "volume "
                + quote(volume.name())
                + " has a volumeAttributesClassName, which only csi volumes can have, not "
                + volume.source().value().type(),
            "leave it out, or use the csi source of the disk's driver");
      }
    }
  }
}
