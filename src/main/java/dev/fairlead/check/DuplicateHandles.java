package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One disk under two volumes: the kubelet mounts the first, and the second hangs or writes over it.
 * Shared file systems may well stand behind several volumes. Remembers the disks of the parts of a
 * plan that it is shown.
 */
final class DuplicateHandles implements Rule {
  /** The field that names the disk, by source; other sources are shared file systems. */
  private static final Map<String, String> HANDLE =
      Map.of(
          "csi", "volumeHandle",
          "awsElasticBlockStore", "volumeID",
          "azureDisk", "diskURI",
          "cinder", "volumeID",
          "fc", "wwids",
          "gcePersistentDisk", "pdName",
          "iscsi", "iqn",
          "local", "path",
          "portworxVolume", "volumeID",
          "vsphereVolume", "volumePath");

  private record First(String name, Span span, boolean sharable) {}

  private final Map<String, First> seen = new HashMap<>();

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      if (HANDLE.containsKey(volume.source().value().type())) {
        check(volume, findings);
      }
    }
  }

  private void check(Volume volume, Findings findings) {
    VolumeSource source = volume.source().value();
    boolean sharable = !source.isCsi() && source.readOnly();
    First self = new First(volume.name(), volume.metadata().name().span(), sharable);
    First first = seen.putIfAbsent(disk(volume), self);
    if (first != null && !(first.sharable() && sharable)) {
      report(first, volume, findings);
    }
  }

  /** A text that is the same for the same disk, in-tree or by the CSI driver that serves it. */
  private static String disk(Volume volume) {
    VolumeSource source = volume.source().value();
    Tree.Mapping fields = source.fields();
    String handle = fields.text(HANDLE.get(source.type())).orElse("");
    String number = fields.text("partition").orElse("0");
    String partition = number.equals("0") ? "" : number;
    return switch (source.type()) {
      case "csi" -> csi(fields.text("driver").orElse(""), handle);
      case "awsElasticBlockStore" ->
          csi("ebs.csi.aws.com", handle.replaceFirst("^aws://.*/", "")) + partition;
      case "azureDisk" -> csi("disk.csi.azure.com", handle);
      case "fc" ->
          "fc " + texts(fields, "wwids") + texts(fields, "targetWWNs") + fields.text("lun");
      case "iscsi" ->
          "iscsi " + fields.text("targetPortal") + handle + fields.text("lun").orElse("0");
      // The same path on another node is another disk.
      case "local" -> "local " + handle + nodes(volume);
      default -> source.type() + " " + handle + partition;
    };
  }

  private static String nodes(Volume volume) {
    return volume.nodeAffinity().isPresent() ? " " + text(volume.nodeAffinity().get()) : "";
  }

  private static String csi(String driver, String handle) {
    boolean azure = driver.equals("disk.csi.azure.com");
    return "csi " + driver + " " + (azure ? handle.toLowerCase(Locale.ROOT) : handle);
  }

  private static String texts(Tree.Mapping fields, String list) {
    return fields.list(list).stream().map(DuplicateHandles::text).sorted().toList().toString();
  }

  private static String text(Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      return scalar.text();
    }
    List<String> parts = new ArrayList<>();
    if (tree instanceof Tree.Sequence list) {
      for (Tree item : list.items()) {
        parts.add(text(item));
      }
    } else if (tree instanceof Tree.Mapping mapping) {
      for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
        parts.add("{" + entry.getKey() + "=" + text(entry.getValue()) + "}");
      }
    }
    return parts.toString();
  }

  private static void report(First first, Volume second, Findings findings) {
    VolumeSource source = second.source().value();
    String field = HANDLE.get(source.type());
    Span span = source.fields().get(field).map(Tree::span).orElse(second.source().span());
    String handle = source.fields().text(field).map(text -> " " + quote(text)).orElse("");
    findings.add(
        Code.DUPLICATE_HANDLE,
        span,
        "volume "
            + quote(second.name())
            + " is the same disk as volume "
            + quote(first.name())
            + " at "
            + first.span()
            + " ("
            + field
            + handle
            + "): the second mount would hang",
        "keep one of the volumes: its claim can be mounted by several pods");
  }
}
