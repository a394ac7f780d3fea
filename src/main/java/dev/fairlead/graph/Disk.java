package dev.fairlead.graph;

import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is behind a volume: a disk, a share or a folder of a node.
 *
 * @param name the handle, path or address
 * @param from the CSI driver or the type of the source
 * @param nodes the nodes that a local disk is on
 */
record Disk(String name, String from, List<String> nodes) {
  static Disk of(Volume volume) {
    SourceType type = volume.source().value().type();
    Mapping fields = volume.source().value().fields();
    String from = volume.source().value().isCsi() ? volume.source().value().driver() : "" + type;
    List<String> nodes = type.backend() == SourceType.Backend.NODE ? nodes(volume) : List.of();
    return new Disk(name(type, fields), from, nodes);
  }

  private static String name(SourceType type, Mapping fields) {
    Optional<String> handle = type.handleField().map(field -> text(fields.find(field)));
    if (handle.isPresent() && !handle.get().isEmpty()) {
      return type == SourceType.ISCSI
          ? handle.get() + " LUN " + fields.text("lun").orElse("0")
          : handle.get();
    }
    String path = fields.text("path").orElse("");
    Optional<String> server = fields.text("server");
    if (server.isPresent()) {
      return server.get() + ":" + path;
    }
    List<String> values = new ArrayList<>();
    for (Tree value : fields.values()) {
      if (!text(value).isEmpty()) {
        values.add(text(value));
      }
    }
    return path.isEmpty() ? String.join(" ", values) : path;
  }

  private static String text(Tree value) {
    if (value instanceof Sequence sequence) {
      return String.join(" ", sequence.items().stream().map(Disk::text).toList());
    }
    return value instanceof Scalar scalar && !scalar.isNull() ? scalar.text() : "";
  }

  private static List<String> nodes(Volume volume) {
    List<String> nodes = new ArrayList<>();
    for (Mapping expression : volume.nodeExpressions()) {
      for (Tree value : expression.list("values")) {
        nodes.add(text(value));
      }
    }
    return nodes;
  }

  /** The lines about it. */
  List<String> details() {
    return nodes.isEmpty() ? List.of(from) : List.of(from + " · " + String.join(" ", nodes));
  }

  /** The same for all volumes of one disk. */
  String key() {
    return from + " " + name + " " + nodes;
  }
}
