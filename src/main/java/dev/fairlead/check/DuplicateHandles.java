package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.check.ClaimedVolumes.Mounted;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Storage;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Plan;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Two volumes with the same disk. The kubelet mounts a handle once: where one pod has both, the
 * second mount hangs. A disk is attached to one node, so two volumes of it hang or overwrite each
 * other's data wherever their pods run. Several volumes may share a file system on the network. The
 * catalogue of drivers says how each of them describes one twice.
 */
final class DuplicateHandles extends Rule {
  private static final List<AccessMode> ONCE =
      List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD);

  /** A volume with the disk of an earlier one, and the field with its handle. */
  private record Repeat(Volume first, Volume second, String field) {}

  @Override
  void check(Plan plan, Findings findings) {
    Map<String, Volume> seen = new HashMap<>();
    List<Repeat> repeats = new ArrayList<>();
    for (Volume volume : plan.volumes()) {
      Optional<String> field = volume.source().value().type().handleField();
      if (field.isPresent()) {
        Volume first = seen.putIfAbsent(disk(volume, field.get(), findings), volume);
        if (first != null && !(isSharable(first) && isSharable(volume))) {
          repeats.add(new Repeat(first, volume, field.get()));
        }
      }
    }
    if (repeats.isEmpty()) {
      return;
    }
    Map<Volume, Volume> besides = besides(plan, repeats, findings);
    for (Repeat repeat : repeats) {
      Volume beside = besides.get(repeat.second());
      boolean inOnePod = beside != null;
      report(inOnePod ? beside : repeat.first(), repeat, inOnePod, findings);
    }
  }

  /** The earlier volumes with the same disk that a pod mounts beside a repeated one. */
  private static Map<Volume, Volume> besides(Plan plan, List<Repeat> repeats, Findings findings) {
    Map<Volume, Integer> order = new IdentityHashMap<>();
    for (Repeat repeat : repeats) {
      order.put(repeat.second(), order.size());
    }
    Map<Volume, Volume> besides = new IdentityHashMap<>();
    ClaimedVolumes volumes = new ClaimedVolumes(plan);
    for (Workload workload : plan.workloads()) {
      Map<String, Volume> disks = new HashMap<>();
      for (Mounted mounted : volumes.of(workload)) {
        Volume volume = mounted.volume();
        Optional<String> field = volume.source().value().type().handleField();
        Volume other =
            field.isEmpty() ? null : disks.putIfAbsent(disk(volume, field.get(), findings), volume);
        if (other != null && other != volume) {
          boolean isLater = order.getOrDefault(volume, -1) > order.getOrDefault(other, -1);
          besides.put(isLater ? volume : other, isLater ? other : volume);
        }
      }
    }
    return besides;
  }

  private static boolean isSharable(Volume volume) {
    VolumeSource source = volume.source().value();
    return !source.isCsi() && source.readOnly();
  }

  /** The identity of the disk, the same for an in-tree source and its CSI driver. */
  private static String disk(Volume volume, String handleField, Findings findings) {
    SourceType type = volume.source().value().type();
    Mapping fields = volume.source().value().fields();
    String handle = fields.text(handleField).orElse("");
    String number = fields.text("partition").orElse("0");
    String partition = number.equals("0") ? "" : number;
    return switch (type) {
      case CSI -> csi(fields.text("driver"), handle, findings);
      case AWS_ELASTIC_BLOCK_STORE ->
          csi(type.csiDriver(), handle.replaceFirst("^aws://.*/", ""), findings) + partition;
      case AZURE_DISK -> csi(type.csiDriver(), handle, findings);
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

  /** The identity of a CSI disk. Some drivers ignore the case of their handles. */
  private static String csi(Optional<String> name, String handle, Findings findings) {
    Optional<Driver> driver = findings.drivers().of(name.orElse(""));
    boolean anyCase =
        driver.isPresent()
            && driver.get().handle().isPresent()
            && driver.get().handle().get().anyCase();
    return "csi " + name.orElse("") + " " + (anyCase ? handle.toLowerCase(Locale.ROOT) : handle);
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

  private static void report(Volume first, Repeat repeat, boolean inOnePod, Findings findings) {
    Volume second = repeat.second();
    // Two volumes of one name have an error already.
    if (first.name().equals(second.name()) || findings.areApart(first, second)) {
      return;
    }
    String field = repeat.field();
    Mapping fields = second.source().value().fields();
    Span span = place(second, field);
    String handle = fields.text(field).map(text -> message(" {}", text)).orElse("");
    boolean exclusive = isExclusive(first, findings) && isExclusive(second, findings);
    String problem =
        message(
            "volume {} is the same {} as volume {} ({}{}): {}",
            second.name(),
            plain(exclusive ? "disk" : "storage"),
            first.name(),
            plain(field),
            plain(handle),
            plain(
                exclusive
                    ? "the second mount would hang"
                    : inOnePod
                        ? "a pod mounts both, and the second mount would hang"
                        : "a pod that mounts both would hang"));
    boolean ofNamespaces = isOfNamespaces(first, second);
    if (!exclusive && areForNamespaces(first, second)) {
      Optional<String> unique = SharedHandles.unique(second, findings.drivers());
      if (unique.isEmpty()) {
        // No pod can mount both, and the driver has no other way to describe its share twice.
        return;
      }
      if (ofNamespaces) {
        findings.add(
            Diagnostic.of(Code.DUPLICATE_HANDLE, span, problem)
                .withHint(
                    message("write the namespace into {}, as in {}", plain(field), unique.get())));
        return;
      }
    }
    String hint =
        isShared(first, second, field) && !ofNamespaces
            ? message("write {name} in {} where the volumes differ", plain(field))
            : exclusive ? keepOne(first, second) : remedy(first, second, findings);
    if (exclusive || inOnePod) {
      findings.add(finding(Code.DUPLICATE_HANDLE, first, second, field, problem).withHint(hint));
    } else {
      findings.warn(
          List.of(first, second),
          finding(Code.REPEATED_HANDLE, first, second, field, problem).withHint(hint));
    }
  }

  /** A finding that shows the field in both volumes, or their names if they share the field. */
  private static Diagnostic finding(
      Code code, Volume first, Volume second, String field, String problem) {
    Diagnostic finding = Diagnostic.of(code, place(second, field), problem);
    if (isShared(first, second, field)) {
      Span one = first.metadata().name().span();
      Span other = second.metadata().name().span();
      return one.equals(other)
          ? finding.withRelated(one, "this entry stands for both volumes")
          : finding
              .withRelated(one, message("volume {} has it", first.name()))
              .withRelated(other, message("volume {} has it", second.name()));
    }
    Mapping fields = first.source().value().fields();
    Span place = fields.has(field) ? fields.spanOf(field) : KnownDrivers.handlePlace(first);
    return finding.withRelated(place, message("volume {} has it first", first.name()));
  }

  private static Span place(Volume volume, String field) {
    Mapping fields = volume.source().value().fields();
    return fields.has(field) ? fields.spanOf(field) : volume.source().span();
  }

  /** Whether one entry of a spec stands for both volumes, each in a namespace of its own. */
  private static boolean isOfNamespaces(Volume first, Volume second) {
    return first.metadata().name().span().equals(second.metadata().name().span())
        && areForNamespaces(first, second);
  }

  /** Whether the claims of two volumes are in different namespaces. */
  private static boolean areForNamespaces(Volume first, Volume second) {
    return first.claimRef().isPresent()
        && second.claimRef().isPresent()
        && !namespace(first).equals(namespace(second));
  }

  private static String namespace(Volume volume) {
    return volume.claimRef().orElseThrow().value().namespace();
  }

  /** Whether two volumes have the handle from the defaults of their spec. */
  private static boolean isShared(Volume first, Volume second, String field) {
    Span place = first.source().value().fields().spanOf(field);
    return place.equals(second.source().value().fields().spanOf(field));
  }

  /** Whether it is a disk that can't be on two nodes at a time. */
  private static boolean isExclusive(Volume volume, Findings findings) {
    Optional<Driver> driver = findings.drivers().of(volume);
    if (!volume.source().value().isCsi()) {
      return true;
    }
    return driver.isPresent()
        && driver.get().storage() == Storage.DISK
        && !Collections.disjoint(volume.accessModes().value(), ONCE);
  }

  private static String remedy(Volume first, Volume second, Findings findings) {
    Optional<String> remedy = findings.drivers().of(second).flatMap(Driver::remedy);
    return remedy.orElseGet(() -> keepOne(first, second));
  }

  private static String keepOne(Volume first, Volume second) {
    return areForNamespaces(first, second)
        ? "keep one of the volumes, and run the pods in the namespace of its claim"
        : "keep one of the volumes: its claim can be mounted by several pods";
  }
}
