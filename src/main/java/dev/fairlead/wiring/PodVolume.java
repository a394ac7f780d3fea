package dev.fairlead.wiring;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Pod;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;

/**
 * The pod volume for a claim. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes">Claims
 * as volumes</a>.
 */
final class PodVolume {
  private PodVolume() {}

  static Mapping of(Mapping podSpec, String name, Located<String> claim) {
    Span span = claim.span();
    MappingBuilder source = new MappingBuilder().put("claimName", claim.value(), span);
    if (hasOnlyReadOnlyMounts(podSpec, name)) {
      source.put("readOnly", Scalar.bool(true, span));
    }
    return new MappingBuilder()
        .put("name", name, span)
        .put("persistentVolumeClaim", source.build(span))
        .build(span);
  }

  /** Whether the pod volume is mounted, and all its mounts are read-only. */
  static boolean hasOnlyReadOnlyMounts(Mapping podSpec, String volume) {
    boolean mounted = false;
    for (Mapping container : new Pod(podSpec).containers()) {
      for (Mapping mount : container.mappings("volumeMounts")) {
        if (mount.text("name").orElse("").equals(volume)) {
          if (!mount.isTrue("readOnly")) {
            return false;
          }
          mounted = true;
        }
      }
    }
    return mounted;
  }
}
