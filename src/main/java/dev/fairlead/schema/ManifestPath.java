package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Quote.quote;

import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import java.util.function.Function;

/**
 * The path to a node of a manifest as messages show it: {@code spec.csi of volume "data"}.
 *
 * @param kind the kind of the manifest
 */
record ManifestPath(String kind, Mapping manifest) implements Function<NodePath, String> {
  @Override
  public String apply(NodePath path) {
    String shown = SpecPath.path(path);
    boolean theName = shown.equals("metadata.name");
    return (shown.isEmpty() ? "" : shown + " of ") + (theName ? "a " + word() : object());
  }

  /** The position of the object's name, or of the object if it has none. */
  Span key() {
    return manifest.mapping("metadata").has("name")
        ? manifest.mapping("metadata").spanOf("name")
        : manifest.span();
  }

  private String object() {
    String name = manifest.mapping("metadata").text("name").orElse("");
    return name.isEmpty() ? "a " + word() : word() + " " + quote(name);
  }

  private String word() {
    return switch (kind) {
      case "PersistentVolume" -> "volume";
      case "PersistentVolumeClaim" -> "claim";
      default -> kind;
    };
  }
}
