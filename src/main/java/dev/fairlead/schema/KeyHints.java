package dev.fairlead.schema;

import static dev.fairlead.diagnostic.Quote.quote;

import com.networknt.schema.path.NodePath;
import dev.fairlead.tree.Mapping;
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
  Optional<String> about(String key, NodePath path, Mapping workload) {
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
    if (inWorkload && isOf("container", key)) {
      return Optional.of(quote(key) + " belongs to a container");
    }
    if (inWorkload && isOf("podSpec", key)) {
      return Optional.of(quote(key) + " belongs under podSpec");
    }
    return inWorkload && isOf("spec." + kind(workload), key)
        ? Optional.of(quote(key) + " belongs under spec")
        : Optional.empty();
  }

  /** Whether a key of a workload, or of a container of it, is a field that we know. */
  boolean isKnown(String key, Mapping workload, NodePath path) {
    return isOfContainer(path)
        ? isOf("container", key)
        : isOf("workload", key) || isOf("podSpec", key) || isOf("spec." + kind(workload), key);
  }

  /** The path in a manifest of the field that a key of a workload, or of a container, sets. */
  String inManifest(String key, Mapping workload, NodePath path) {
    String kind = kind(workload);
    String pod =
        switch (kind) {
          case "Pod" -> "spec";
          case "CronJob" -> "spec.jobTemplate.spec.template.spec";
          default -> "spec.template.spec";
        };
    if (isOfContainer(path)) {
      return "the container's " + key;
    }
    return switch (key) {
      case "spec" -> "spec";
      case "podSpec" -> pod;
      case "labels", "annotations" -> "metadata." + key;
      default -> (isOf("podSpec", key) ? pod : "spec") + "." + key;
    };
  }

  private static boolean isOfContainer(NodePath path) {
    return path.getNameCount() > 2;
  }

  private static String kind(Mapping workload) {
    return workload.stringOr("kind", "Pod");
  }

  private boolean isOf(String definition, String key) {
    return schema.definition(definition).mapping("properties").has(key);
  }
}
