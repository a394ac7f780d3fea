package dev.fairlead.spec;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/** One entry of a container's {@code mounts}: a path, and a word or an object that says what. */
public final class MountDraft {
  private final Located<String> path;
  private final Tree value;
  private final Mapping fields;

  MountDraft(Located<String> path, Tree value) {
    this.path = path;
    this.value = value;
    this.fields = value instanceof Mapping mapping ? mapping : Mapping.empty(value.span());
  }

  /** Where in the container it is mounted. */
  public Located<String> path() {
    return path;
  }

  /** The word alone, which may name a volume or a claim. */
  public Optional<Located<String>> word() {
    return value instanceof Scalar scalar && scalar.isString()
        ? Optional.of(new Located<>(scalar.text(), scalar.span()))
        : Optional.empty();
  }

  /** The fields of the object; none if there is just a word. */
  public Mapping fields() {
    return fields;
  }

  /** The name of the volume that the object names. */
  public Optional<Located<String>> volume() {
    return fields.string("volume");
  }

  /** The name of the claim that the object names. */
  public Optional<Located<String>> claim() {
    return fields.string("claim");
  }

  /** Whether each pod gets a volume of its own. */
  public boolean each() {
    return fields.has("each");
  }

  /** The names of these volumes, if they stand here. */
  Optional<List<Located<String>>> volumes() {
    return fields.find("each") instanceof Sequence
        ? Optional.of(fields.strings("each"))
        : Optional.empty();
  }
}
