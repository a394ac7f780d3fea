package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Quote.quote;

import com.networknt.schema.path.NodePath;
import java.util.Optional;
import java.util.Set;

/** Hints for keys in the wrong place, for example after a manifest was pasted in. */
final class KeyHints {
  private static final Set<String> POD_VOLUMES =
      Set.of("emptyDir", "configMap", "secret", "projected", "downwardAPI", "ephemeral", "image");

  private final SchemaTree schema;

  KeyHints(SchemaTree schema) {
    this.schema = schema;
  }

  /** Where an unknown key in the mapping at a path belongs, if it is known from elsewhere. */
  Optional<String> about(String key, NodePath path) {
    String field = SpecPath.field(path);
    String list = path.getNameCount() == 2 ? String.valueOf(path.getElement(0)) : "";
    boolean inWorkload = list.equals("workloads");
    boolean template = field.equals("template") && key.equals("spec");
    if (template || (field.equals("podSpec") && key.endsWith("ontainers"))) {
      return Optional.of(
          "write containers in containers of the workload, and other pod fields in podSpec");
    }
    if (inWorkload && (key.equals("metadata") || key.equals("apiVersion"))) {
      return Optional.of(
          "write kind, name, namespace, labels and annotations directly in the workload");
    }
    if (list.equals("volumes") && POD_VOLUMES.contains(key)) {
      return Optional.of("write pod volumes that are not disks in podSpec.volumes of a workload");
    }
    if (inWorkload && schema.definition("container").mapping("properties").has(key)) {
      return Optional.of(quote(key) + " belongs to a container");
    }
    return inWorkload && schema.definition("podSpec").mapping("properties").has(key)
        ? Optional.of(quote(key) + " belongs under podSpec")
        : Optional.empty();
  }
}
