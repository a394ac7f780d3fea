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
    StringBuilder out = new StringBuilder();
    String name = "";
    JsonNode node = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof Integer index) {
        out.append('[').append(index).append(']');
        node = node.path(index);
        boolean named = i == 1 && NAMED.contains(String.valueOf(path.getElement(0)));
        name = named && node.path("name").isString() ? node.path("name").stringValue() : name;
      } else {
        String key = String.valueOf(path.getElement(i));
        node = node.path(key);
        if (!key.matches("[A-Za-z][A-Za-z0-9_]*")) {
          out.append('[').append(quote(key)).append(']');
        } else {
          out.append(i == 0 ? "" : ".").append(key);
        }
      }
    }
    String shown = out.isEmpty() ? "the spec" : out.toString();
    boolean theName = path.getNameCount() == 3 && "name".equals(path.getElement(2));
    return name.isEmpty() || theName ? shown : shown + " (" + quote(name) + ")";
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
