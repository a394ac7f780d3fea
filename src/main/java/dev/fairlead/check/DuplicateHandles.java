package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Two volumes with the same disk. The kubelet mounts the first; the second one hangs or overwrites
 * its data. Several volumes may share a file system on the network.
 */
final class DuplicateHandles extends Rule {
  private static final Optional<String> AZURE_DRIVER = SourceType.AZURE_DISK.csiDriver();

  @Override
  void check(Plan plan, Findings findings) {
    Map<String, Volume> seen = new HashMap<>();
    for (Volume volume : plan.volumes()) {
      Optional<String> field = volume.source().value().type().handleField();
      if (field.isPresent()) {
        Volume first = seen.putIfAbsent(disk(volume, field.get()), volume);
        if (first != null && !(isSharable(first) && isSharable(volume))) {
          report(first, volume, field.get(), findings);
        }
      }
    }
  }

  private static boolean isSharable(Volume volume) {
    VolumeSource source = volume.source().value();
    return !source.isCsi() && source.readOnly();
  }

  /** The identity of the disk, the same for an in-tree source and its CSI driver. */
  private static String disk(Volume volume, String handleField) {
    SourceType type = volume.source().value().type();
    Mapping fields = volume.source().value().fields();
    String handle = fields.text(handleField).orElse("");
    String number = fields.text("partition").orElse("0");
    String partition = number.equals("0") ? "" : number;
    return switch (type) {
      case CSI -> csi(fields.text("driver"), handle);
      case AWS_ELASTIC_BLOCK_STORE ->
          csi(type.csiDriver(), handle.replaceFirst("^aws://.*/", "")) + partition;
      case AZURE_DISK -> csi(type.csiDriver(), handle);
      case FC -> "fc " + texts(fields, "wwids") + texts(fields, "targetWWNs") + fields.text("lun");
      case ISCSI ->
          "iscsi " + fields.text("targetPortal") + handle + fields.text("lun").orElse("0");
      // The same path on another node is another disk.
      case LOCAL -> "local " + handle + nodes(volume);
      default -> type + " " + handle + partition;
    };
  }

  private static String nodes(Volume volume) {
    return volume.nodeAffinity().isPresent() ? " " + text(volume.nodeAffinity().get()) : "";
  }

  /** The identity of a CSI disk. Azure ignores the case of its IDs. */
  private static String csi(Optional<String> driver, String handle) {
    String id = driver.equals(AZURE_DRIVER) ? handle.toLowerCase(Locale.ROOT) : handle;
    return "csi " + driver.orElse("") + " " + id;
  }

  private static String texts(Mapping fields, String list) {
    return fields.list(list).stream().map(DuplicateHandles::text).sorted().toList().toString();
  }

  /** The content as text that does not depend on the order of keys. */
  private static String text(Tree tree) {
    if (tree instanceof Scalar scalar) {
      return scalar.text();
    }
    List<String> parts = new ArrayList<>();
    if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        parts.add(text(item));
      }
    } else if (tree instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        parts.add("{" + entry.key() + "=" + text(entry.value()) + "}");
      }
      parts.sort(null);
    }
    return parts.toString();
  }

  private static void report(Volume first, Volume second, String field, Findings findings) {
    Mapping fields = second.source().value().fields();
    Span span = fields.get(field).map(Tree::span).orElse(second.source().span());
    String handle = fields.text(field).map(text -> message(" {}", text)).orElse("");
    findings.add(
        Code.DUPLICATE_HANDLE,
        span,
        message(
            "volume {} is the same disk as volume {} at {} ({}{}): the second mount would hang",
            second.name(),
            first.name(),
            first.metadata().name().span(),
            plain(field),
            plain(handle)),
        "keep one of the volumes: its claim can be mounted by several pods");
  }
}
