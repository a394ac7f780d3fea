package dev.fairlead.spec;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/** One entry of a container's {@code mounts}: a path, and a name or an object. */
public final class MountDraft {
  private final Located<String> path;
  private final Tree value;
  private final Mapping fields;

  MountDraft(Located<String> path, Tree value) {
    this.path = path;
    this.value = value;
    this.fields = value instanceof Mapping mapping ? mapping : Mapping.empty(value.span());
  }

  /** The path in the container. */
  public Located<String> path() {
    return path;
  }

  /** The name of a volume or claim, if the entry is just a name. */
  public Optional<Located<String>> word() {
    return value instanceof Scalar scalar && scalar.isString()
        ? Optional.of(new Located<>(scalar.text(), scalar.span()))
        : Optional.empty();
  }

  /** The fields of the object; empty if the entry is just a name. */
  public Mapping fields() {
    return fields;
  }

  /** The volume that the object names, if any. */
  public Optional<Located<String>> volume() {
    return fields.string("volume");
  }

  /** The claim that the object names, if any. */
  public Optional<Located<String>> claim() {
    return fields.string("claim");
  }

  /** Whether each pod gets a volume of its own. */
  public boolean each() {
    return fields.has("each");
  }

  /** The names of these volumes; empty if {@code each} only refers to a list. */
  Optional<List<Located<String>>> volumes() {
    return fields.find("each") instanceof Sequence
        ? Optional.of(fields.strings("each"))
        : Optional.empty();
  }
}
