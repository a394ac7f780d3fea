package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * What fairlead writes into volumes and claims although the API server would fill in the same. The
 * list in docs/adopting.md is the same.
 */
final class WrittenOut {
  /** Disks whose source render completes with {@code readOnly: false}. */
  private static final List<String> CLOUD_DISKS =
      List.of("awsElasticBlockStore", "azureDisk", "gcePersistentDisk");

  private WrittenOut() {}

  /** The object with all of it. */
  static Mapping added(Mapping object) {
    Span span = object.span();
    Mapping spec = object.mapping("spec");
    return switch (object.stringOr("kind", "")) {
      case "PersistentVolume" -> object.with("spec", volume(spec, span));
      case "PersistentVolumeClaim" ->
          object.with("spec", spec.withDefault("volumeMode", Scalar.string("Filesystem", span)));
      case "StatefulSet" -> object.with("spec", withTypedTemplates(spec));
      default -> object;
    };
  }

  private static Mapping withTypedTemplates(Mapping spec) {
    List<Tree> typed = new ArrayList<>();
    for (Mapping template : spec.mappings("volumeClaimTemplates")) {
      typed.add(typed(template, template.span()));
    }
    return typed.isEmpty()
        ? spec
        : spec.with("volumeClaimTemplates", Sequence.of(typed, spec.span()));
  }

  private static Mapping typed(Mapping ofClaim, Span span) {
    return ofClaim
        .withDefault("apiVersion", Scalar.string("v1", span))
        .withDefault("kind", Scalar.string("PersistentVolumeClaim", span));
  }

  private static Mapping volume(Mapping spec, Span span) {
    Mapping complete =
        spec.withDefault("persistentVolumeReclaimPolicy", Scalar.string("Retain", span))
            .withDefault("storageClassName", Scalar.string("", span))
            .withDefault("volumeMode", Scalar.string("Filesystem", span));
    if (complete.find("claimRef") instanceof Mapping ref) {
      complete = complete.with("claimRef", typed(ref, span));
    }
    for (String disk : CLOUD_DISKS) {
      if (complete.find(disk) instanceof Mapping source) {
        Tree no = Scalar.bool(false, span);
        complete = complete.with(disk, source.withDefault("readOnly", no));
      }
    }
    return complete;
  }
}
