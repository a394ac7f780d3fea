package dev.fairlead.driver;

import dev.fairlead.model.AccessMode;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.EnumSet;
import java.util.Set;

/**
 * The access modes that a driver supports, for file systems and for raw devices.
 *
 * @param refusesOthers whether the driver refuses to mount a volume of another mode, on any node
 */
public record Modes(Set<AccessMode> filesystem, Set<AccessMode> block, boolean refusesOthers) {
  static Modes of(Mapping json) {
    return new Modes(
        modes(json, "filesystem"),
        modes(json, "block"),
        json.stringOr("others", "").equals("refused"));
  }

  /** The modes under a key; all of them if there is no such list. */
  private static Set<AccessMode> modes(Mapping json, String key) {
    if (!json.has(key)) {
      return EnumSet.allOf(AccessMode.class);
    }
    Set<AccessMode> modes = EnumSet.noneOf(AccessMode.class);
    for (Located<String> mode : json.strings(key)) {
      modes.add(AccessMode.of(mode.value()).orElseThrow());
    }
    return modes;
  }

  /** The modes of volumes with this volume mode. */
  public Set<AccessMode> of(VolumeMode mode) {
    return mode == VolumeMode.BLOCK ? block : filesystem;
  }
}
