package dev.fairlead.normalize;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Node;
import dev.fairlead.model.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One entry of a container's {@code mounts}: a path, and a word or an object that says what. */
record MountDraft(At<String> path, Fields value) {

  /** The mounts of a container, in the order of the file. */
  static List<MountDraft> of(Fields container) {
    List<MountDraft> mounts = new ArrayList<>();
    Fields written = container.mapping("mounts").orElse(container.none());
    for (Map.Entry<String, JsonNode> entry : written.entries()) {
      Span key = Node.placeOf(entry.getValue()).key();
      mounts.add(new MountDraft(new At<>(entry.getKey(), key), Fields.of(entry.getValue())));
    }
    return mounts;
  }

  // By place, and written out: the JVM spins what a record brings along at its start.
  @Override
  public boolean equals(Object other) {
    return other instanceof MountDraft mount && path.span().compareTo(mount.path.span()) == 0;
  }

  @Override
  public int hashCode() {
    return path.value().hashCode();
  }

  /** The word alone, which may name a volume or a claim. */
  Optional<At<String>> word() {
    JsonNode node = value.node();
    return node.isString()
        ? Optional.of(new At<>(node.stringValue(), value.place().value()))
        : Optional.empty();
  }

  Optional<At<String>> volume() {
    return value.text("volume");
  }

  Optional<At<String>> claim() {
    return value.text("claim");
  }

  boolean each() {
    return value.has("each");
  }
}
