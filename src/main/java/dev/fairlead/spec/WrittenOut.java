package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A spec as if each volume were written out: with the source that it takes from the defaults. The
 * values keep their positions, so findings about them point at what the user wrote.
 */
public record WrittenOut(Document document) {

  /**
   * The spec written out. Its document is the given one if the spec says everything at the volumes
   * already, as most do.
   */
  public static WrittenOut of(Document document, Diagnostics diagnostics) {
    if (document.root() instanceof Mapping root && isShort(root)) {
      return new WrittenOut(new Document(document.file(), writtenOut(root, diagnostics)));
    }
    return new WrittenOut(document);
  }

  private static boolean isShort(Mapping root) {
    return root.find("defaults") instanceof Mapping defaults && hasSource(defaults);
  }

  /** Whether a volume or the defaults have a source. */
  static boolean hasSource(Mapping fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (SourceType.of(fields.key(i)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The only source of a volume or of the defaults; empty if there is none or several. */
  static Optional<String> sourceOf(Mapping fields) {
    Optional<String> found = Optional.empty();
    for (int i = 0; i < fields.size(); i++) {
      if (SourceType.of(fields.key(i)).isPresent()) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(fields.key(i));
      }
    }
    return found;
  }

  private static Mapping writtenOut(Mapping root, Diagnostics diagnostics) {
    SharedSource shared = new SharedSource(root.mapping("defaults"), diagnostics);
    MappingBuilder out = new MappingBuilder();
    for (int i = 0; i < root.size(); i++) {
      Tree value = root.value(i);
      if (root.key(i).equals("defaults") && value instanceof Mapping defaults) {
        value = shared.without(defaults);
      } else if (root.key(i).equals("volumes") && value instanceof Sequence list) {
        value = volumes(list, shared);
      }
      out.put(root, i, value);
    }
    return out.build(root.span());
  }

  private static Sequence volumes(Sequence list, SharedSource shared) {
    List<Tree> volumes = new ArrayList<>();
    for (Tree item : list.items()) {
      volumes.add(
          item instanceof Mapping volume
              ? shared.addTo(volume, volume.stringOr("name", ""))
              : item);
    }
    return Sequence.of(volumes, list.span());
  }
}
