package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Quote.quote;

import com.networknt.schema.path.NodePath;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The way to a node of a spec as messages show it: {@code volumes[0].csi ("data")}. */
final class SpecPath {
  private static final Set<String> NAMED = Set.of("volumes", "claims", "workloads");

  private SpecPath() {}

  /** The path, with the name of the volume, claim or workload it leads through. */
  static String show(JsonNode root, NodePath path) {
    String name = "";
    if (path.getNameCount() > 1 && path.getElement(1) instanceof Integer index) {
      JsonNode item = root.path(String.valueOf(path.getElement(0))).path(index).path("name");
      boolean named = NAMED.contains(String.valueOf(path.getElement(0))) && item.isString();
      boolean theName = path.getNameCount() == 3 && "name".equals(path.getElement(2));
      name = named && !theName ? item.stringValue() : "";
    }
    String shown = path(path);
    return (shown.isEmpty() ? "the spec" : shown)
        + (name.isEmpty() ? "" : " (" + quote(name) + ")");
  }

  /** The path below a field of the manifest of a volume. */
  static String showInVolume(String field, NodePath path, String name) {
    String below = path(path);
    String dot = below.isEmpty() || below.startsWith("[") ? "" : ".";
    return "spec." + field + dot + below + " of volume " + quote(name);
  }

  private static String path(NodePath path) {
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

  /** The last key of the path, list indexes passed over. */
  static String field(NodePath path) {
    for (int i = path.getNameCount() - 1; i >= 0; i--) {
      if (path.getElement(i) instanceof String key) {
        return key;
      }
    }
    return "";
  }
}
