package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Quote.quote;

import com.networknt.schema.path.NodePath;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.Set;

/** The path to a node of a spec as messages show it: {@code volumes[0].csi ("data")}. */
final class SpecPath {
  /** The lists of a spec, whose items have names. */
  static final Set<String> LISTS = Set.of("volumes", "claims", "workloads");

  private SpecPath() {}

  /** The path, with the name of the volume, claim or workload that it goes through. */
  static String show(Tree root, NodePath path) {
    String name = "";
    if (path.getNameCount() > 1 && path.getElement(1) instanceof Integer) {
      boolean theName = path.getNameCount() == 3 && "name".equals(path.getElement(2));
      boolean named = LISTS.contains(String.valueOf(path.getElement(0))) && !theName;
      name = named ? item(root, path).stringOr("name", "") : "";
    }
    String shown = path(path);
    return (shown.isEmpty() ? "the spec" : shown)
        + (name.isEmpty() ? "" : " (" + quote(name) + ")");
  }

  /**
   * The volume, claim or workload that the path goes through. An empty mapping if there is none.
   */
  static Mapping item(Tree root, NodePath path) {
    if (path.getNameCount() > 1
        && path.getElement(1) instanceof Integer index
        && root instanceof Mapping mapping
        && mapping.list(String.valueOf(path.getElement(0))).get(index) instanceof Mapping item) {
      return item;
    }
    return Mapping.empty(root.span());
  }

  /** The path with its list indexes. Empty for the root. */
  static String path(NodePath path) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      String key = String.valueOf(path.getElement(i));
      if (path.getElement(i) instanceof Integer) {
        out.append('[').append(key).append(']');
      } else if (!key.matches("[A-Za-z][A-Za-z0-9_]*")) {
        out.append('[').append(quote(key)).append(']');
      } else {
        out.append(out.isEmpty() ? "" : ".").append(key);
      }
    }
    return out.toString();
  }

  /** The last key of the path, without list indexes. */
  static String field(NodePath path) {
    for (int i = path.getNameCount() - 1; i >= 0; i--) {
      if (path.getElement(i) instanceof String key) {
        return key;
      }
    }
    return "";
  }
}
