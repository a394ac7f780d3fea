package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writable mounts of read-only volumes. The access mode ReadOnlyMany does not prevent writes by
 * itself, and with a read-only source every write fails. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class WritableMounts extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    for (Workload workload : plan.workloads()) {
      check(workload, plan, findings);
    }
  }

  private static boolean isReadOnly(Volume volume) {
    return volume.source().value().readOnly()
        || Set.of(AccessMode.READ_ONLY_MANY).containsAll(volume.accessModes().value());
  }

  private static void check(Workload workload, Plan plan, Findings findings) {
    Map<String, Volume> mounted = new HashMap<>();
    Pod pod = Pod.of(workload);
    for (Mapping volume : pod.claimVolumes()) {
      Mapping source = volume.mapping("persistentVolumeClaim");
      String claim = source.text("claimName").orElse("");
      Volume found = plan.volumeFor(new ClaimRef(workload.namespace(), claim));
      if (found != null && isReadOnly(found) && !source.isTrue("readOnly")) {
        mounted.put(volume.text("name").orElse(""), found);
      }
    }
    for (Mapping container : pod.containers()) {
      for (Mapping mount : container.mappings("volumeMounts")) {
        Volume volume = mounted.get(mount.text("name").orElse(""));
        if (volume != null && !mount.isTrue("readOnly")) {
          warn(workload, mount, volume, findings);
        }
      }
    }
  }

  private static void warn(Workload workload, Mapping mount, Volume volume, Findings findings) {
    String path = mount.text("mountPath").orElse("");
    String why = volume.source().value().readOnly() ? "read-only" : "ReadOnlyMany";
    Span place =
        volume.source().value().readOnly()
            ? volume.source().value().fields().spanOf("readOnly")
            : volume.accessModes().span();
    findings.warn(
        List.of(workload, volume),
        Diagnostic.of(
                Code.WRITABLE_MOUNT,
                mount.spanOf("mountPath"),
                message(
                    "{} {} mounts volume {} writable at {}, but the volume is {}",
                    workload.kind(),
                    workload.name(),
                    volume.name(),
                    path,
                    plain(why)))
            .withHint("make the mount readOnly: true")
            .withRelated(place, message("the volume is {}", plain(why))));
  }
}
