package dev.fairlead.model;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a volume from being what a claim asks for, in the order in which messages list it. See
 * <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
public enum Misfit {
  SIZE,
  ACCESS_MODES,
  VOLUME_MODE,
  SELECTOR,
  ATTRIBUTES_CLASS,
  CLASS;

  /** All misfits between a claim and a volume. */
  public static List<Misfit> between(Claim claim, Volume volume) {
    List<Misfit> found = new ArrayList<>();
    for (Misfit misfit : values()) {
      if (misfit.isBetween(claim, volume)) {
        found.add(misfit);
      }
    }
    return found;
  }

  /** Whether there is this misfit. */
  public boolean isBetween(Claim claim, Volume volume) {
    return switch (this) {
      case SIZE -> claim.exceeds(volume);
      case ACCESS_MODES -> claim.missingMode(volume).isPresent();
      case VOLUME_MODE -> !claim.hasVolumeModeOf(volume);
      case SELECTOR -> !claim.selects(volume);
      case ATTRIBUTES_CLASS -> !claim.hasAttributesClassOf(volume);
      case CLASS -> !claim.hasClassOf(volume);
    };
  }

  /** What of the volume does not fit, as the end of a sentence that begins with the volume. */
  public String words(Claim claim, Volume volume) {
    return switch (this) {
      case SIZE -> message("has {}, not {}", volume.capacity().value(), claim.request().value());
      case ACCESS_MODES ->
          message("is {}, not {}", volume.accessModes().value(), claim.accessModes().value());
      case VOLUME_MODE ->
          message(
              "has volumeMode {}, not {}", volume.volumeMode().value(), claim.volumeMode().value());
      case SELECTOR -> "lacks the labels of the selector";
      case ATTRIBUTES_CLASS -> "has another volumeAttributesClassName";
      case CLASS ->
          message(
              "has the class {}, not {}",
              volume.storageClassName().value(),
              claim.storageClassName().map(Located::value).orElse(""));
    };
  }
}
