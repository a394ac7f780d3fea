package dev.fairlead.plan;

import dev.fairlead.model.SourceType;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether parts of a live object mean the same as those of a spec. */
final class Same {
  /** What the API server fills in, see the reference of PersistentVolume. */
  private static final Map<SourceType, Map<String, String>> DEFAULTS =
      Map.of(
          SourceType.AZURE_DISK,
          Map.of("cachingMode", "ReadWrite", "fsType", "ext4", "kind", "Shared"),
          SourceType.ISCSI,
          Map.of("iscsiInterface", "default"),
          SourceType.SCALE_IO,
          Map.of("storageMode", "ThinProvisioned", "fsType", "xfs"));

  /** Attributes that a provisioner adds for itself. */
  private static final String OF_PROVISIONER = "storage.kubernetes.io/";

  private Same() {}

  /** Whether both name the same disk and use it in the same way. */
  static boolean source(VolumeSource want, VolumeSource has) {
    if (want.type() != has.type()) {
      return false;
    }
    Set<String> keys = new TreeSet<>(want.fields().keys());
    keys.addAll(has.fields().keys());
    Map<String, String> defaults = DEFAULTS.getOrDefault(want.type(), Map.of());
    for (String key : keys) {
      String otherwise = defaults.getOrDefault(key, "");
      if (!value(want.fields(), key, otherwise).equals(value(has.fields(), key, otherwise))) {
        return false;
      }
    }
    return true;
  }

  private static String value(Mapping fields, String key, String otherwise) {
    String text = fields.get(key).map(Same::text).orElse("");
    return text.isEmpty() ? otherwise : text;
  }

  /**
   * The content as text, without the order of keys, and without what means the same as nothing. In
   * lists, the order doesn't count either: those of affinities and secrets have none.
   */
  static String text(Tree tree) {
    return tree.match(
        new Tree.Cases<>() {
          @Override
          public String mapping(Mapping mapping) {
            List<String> parts = new ArrayList<>();
            for (Mapping.Entry entry : mapping.entries()) {
              String value = text(entry.value());
              if (!value.isEmpty() && !entry.key().startsWith(OF_PROVISIONER)) {
                parts.add(entry.key() + "=" + value);
              }
            }
            return sorted(parts);
          }

          @Override
          public String sequence(Sequence sequence) {
            return sorted(new ArrayList<>(sequence.items().stream().map(Same::text).toList()));
          }

          @Override
          public String scalar(Scalar scalar) {
            return scalar.isNull() || scalar.isFalse() ? "" : scalar.text();
          }
        });
  }

  private static String sorted(List<String> parts) {
    parts.sort(null);
    return parts.isEmpty() ? "" : parts.toString();
  }

  /**
   * Whether a live value has all that a written one says. The API server adds defaults, and
   * controllers add keys.
   */
  static boolean covers(Tree live, Tree written) {
    if (written instanceof Mapping says && live instanceof Mapping has) {
      for (Mapping.Entry entry : says.entries()) {
        Tree value = has.find(entry.key());
        boolean nothing = text(entry.value()).isEmpty();
        if (!nothing && (value == null || !covers(value, entry.value()))) {
          return false;
        }
      }
      return true;
    }
    if (written instanceof Sequence says && live instanceof Sequence has) {
      boolean all = says.items().size() == has.items().size();
      for (int i = 0; all && i < says.items().size(); i++) {
        all = covers(has.items().get(i), says.items().get(i));
      }
      return all;
    }
    return text(live).equals(text(written));
  }
}
