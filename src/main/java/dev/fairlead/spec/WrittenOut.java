package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.SourceType;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Map;

/**
 * A spec as if each volume were written out: with the source that it takes from the defaults, one
 * for each name of a range, and one for each namespace that a share is reserved in. The values keep
 * their positions, so findings about them point at what the user wrote.
 *
 * @param shares the names of volumes by namespace, of each share that is reserved in several
 */
public record WrittenOut(Document document, Map<String, Map<String, String>> shares) {

  /**
   * The spec written out. Its document is the given one if the spec says everything at the volumes
   * already, as most do.
   */
  public static WrittenOut of(Document document, Diagnostics diagnostics) {
    return document.root() instanceof Mapping root && isShort(root)
        ? writtenOut(document, root, diagnostics)
        : new WrittenOut(document, Map.of());
  }

  private static boolean isShort(Mapping root) {
    Mapping defaults = root.mapping("defaults");
    if (hasSource(defaults) || isForNamespaces(defaults)) {
      return true;
    }
    for (Mapping volume : root.mappings("volumes")) {
      if (isForNamespaces(volume) || volume.stringOr("name", "").indexOf('{') >= 0) {
        return true;
      }
    }
    return root.has("workloads") && hasRangeOfEach(root.find("workloads"));
  }

  private static boolean isForNamespaces(Mapping fields) {
    return fields.find("reserve") instanceof Mapping reserve && reserve.has("namespaces");
  }

  /** Whether a key {@code each} below has a range. */
  private static boolean hasRangeOfEach(Tree tree) {
    if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        if (hasRangeOfEach(item)) {
          return true;
        }
      }
    } else if (tree instanceof Mapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        boolean each = mapping.key(i).equals("each");
        if (each ? hasRange(mapping.value(i)) : hasRangeOfEach(mapping.value(i))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a name in a value has a range. */
  static boolean hasRange(Tree tree) {
    if (tree instanceof Scalar scalar) {
      return scalar.isString() && scalar.text().indexOf('{') >= 0;
    }
    List<Tree> inner =
        tree instanceof Mapping mapping ? mapping.values() : ((Sequence) tree).items();
    for (Tree value : inner) {
      if (hasRange(value)) {
        return true;
      }
    }
    return false;
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

  private static WrittenOut writtenOut(Document document, Mapping root, Diagnostics diagnostics) {
    Mapping defaults = root.mapping("defaults");
    SharedSource shared = new SharedSource(defaults, diagnostics);
    VolumeEntries volumes = new VolumeEntries(defaults, shared, diagnostics);
    MappingBuilder out = new MappingBuilder();
    for (int i = 0; i < root.size(); i++) {
      Tree value = root.value(i);
      out.put(
          root,
          i,
          switch (root.key(i)) {
            case "defaults" -> value == defaults ? shared.without(defaults) : value;
            case "volumes" -> value instanceof Sequence list ? volumes.of(list) : value;
            case "workloads" -> new EachRanges(diagnostics).writtenOut(value);
            default -> value;
          });
    }
    Document spec = new Document(document.file(), out.build(root.span()));
    return new WrittenOut(spec, volumes.shares());
  }
}
