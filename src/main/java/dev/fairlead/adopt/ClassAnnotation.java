package dev.fairlead.adopt;

import dev.fairlead.model.StorageFields;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;

/**
 * The annotation that was the class of volumes and claims before there was a field. Kubernetes
 * still reads it before the field. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class">Class</a>.
 */
final class ClassAnnotation {
  private ClassAnnotation() {}

  /** The object with the class in its field. */
  static Mapping asField(Mapping object) {
    Mapping metadata = object.mapping("metadata");
    Mapping annotations = metadata.mapping("annotations");
    Tree name = annotations.find(StorageFields.CLASS_ANNOTATION);
    if (name == null || !name.isString()) {
      return object;
    }
    Mapping rest = Fields.without(annotations, StorageFields.CLASS_ANNOTATION);
    Mapping without =
        rest.isEmpty()
            ? Fields.without(metadata, "annotations")
            : metadata.with("annotations", rest);
    return object
        .with("metadata", without)
        .with("spec", object.mapping("spec").with("storageClassName", name));
  }
}
