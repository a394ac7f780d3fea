package dev.fairlead.wiring;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Pod;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import java.util.HashMap;
import java.util.Map;

/**
 * The pod volume for a claim. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes">Claims
 * as volumes</a>.
 */
final class PodVolume {
  private PodVolume() {}

  static Mapping of(String name, Located<String> claim, boolean readOnly) {
    Span span = claim.span();
    MappingBuilder source = new MappingBuilder().put("claimName", claim.value(), span);
    if (readOnly) {
      source.put("readOnly", Scalar.bool(true, span));
    }
    return new MappingBuilder()
        .put("name", name, span)
        .put("persistentVolumeClaim", source.build(span))
        .build(span);
  }

  /** The pod volumes that are mounted, and whether all mounts of each are read-only. */
  static Map<String, Boolean> mountedReadOnly(Mapping podSpec) {
    Map<String, Boolean> mounted = new HashMap<>();
    for (Mapping container : new Pod(podSpec).containers()) {
      for (Mapping mount : container.mappings("volumeMounts")) {
        String volume = mount.text("name").orElse("");
        boolean before = mounted.getOrDefault(volume, true);
        mounted.put(volume, before && mount.isTrue("readOnly"));
      }
    }
    return mounted;
  }
}
