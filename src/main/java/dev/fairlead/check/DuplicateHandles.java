package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One disk under two volumes: the kubelet mounts the first, and the second hangs or writes over it.
 * Shared file systems may well stand behind several volumes.
 */
final class DuplicateHandles implements Rule {
  /** The fields that name the disk, by source. */
  private static final Map<String, List<String>> IDENTITY =
      Map.of(
          "csi", List.of("driver", "volumeHandle"),
          "awsElasticBlockStore", List.of("volumeID", "partition"),
          "azureDisk", List.of("diskURI"),
          "gcePersistentDisk", List.of("pdName", "partition"),
          "cinder", List.of("volumeID"),
          "vsphereVolume", List.of("volumePath"),
          "portworxVolume", List.of("volumeID"));

  @Override
  public void check(Plan plan, Findings findings) {
    Map<List<String>, Volume> seen = new HashMap<>();
    plan.volumes()
        .forEach(
            volume -> {
              VolumeSource source = volume.source().value();
              List<String> fields = IDENTITY.get(source.type());
              if (fields == null) {
                return;
              }
              Volume first = seen.putIfAbsent(identity(source, fields), volume);
              if (first != null && !sharedReadOnly(first, volume)) {
                report(first, volume, fields, findings);
              }
            });
  }

  private static List<String> identity(VolumeSource source, List<String> fields) {
    return fields.stream().map(field -> source.type() + ":" + value(source, field)).toList();
  }

  private static String value(VolumeSource source, String field) {
    Optional<String> text = source.fields().text(field);
    return field.equals("partition") ? text.orElse("0") : text.orElse("");
  }

  private static boolean sharedReadOnly(Volume a, Volume b) {
    boolean inTree = !a.source().value().isCsi();
    return inTree && a.source().value().readOnly() && b.source().value().readOnly();
  }

  private static void report(Volume first, Volume second, List<String> fields, Findings findings) {
    String id = fields.get(0).equals("driver") ? fields.get(1) : fields.get(0);
    Tree handle = second.source().value().fields().get(id).orElseThrow();
    findings.add(
        Code.DUPLICATE_HANDLE,
        handle.span(),
        "volume "
            + quote(second.name())
            + " is the same disk as volume "
            + quote(first.name())
            + " at "
            + first.metadata().name().span()
            + " ("
            + id
            + " "
            + quote(value(second.source().value(), id))
            + "): the second mount would hang",
        "one volume and one claim can be mounted by several pods");
  }
}
