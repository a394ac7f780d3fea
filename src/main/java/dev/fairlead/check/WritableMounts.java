package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mounts that can be written to where the volume can't: the access mode ReadOnlyMany protects
 * nothing by itself, and a read-only source fails every write. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 * modes</a>.
 */
final class WritableMounts implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    Map<ClaimRef, Volume> readOnly = new HashMap<>();
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent() && isReadOnly(volume)) {
        readOnly.put(volume.claimRef().get().value(), volume);
      }
    }
    for (Workload workload : plan.workloads()) {
      check(workload, readOnly, findings);
    }
  }

  private static boolean isReadOnly(Volume volume) {
    return volume.source().value().readOnly()
        || Set.of(AccessMode.READ_ONLY_MANY).containsAll(volume.accessModes().value());
  }

  private static void check(Workload workload, Map<ClaimRef, Volume> readOnly, Findings findings) {
    Map<String, Volume> mounted = new HashMap<>();
    Pod pod = Pod.of(workload);
    for (Tree.Mapping volume : pod.claimVolumes()) {
      Tree.Mapping source = volume.mapping("persistentVolumeClaim");
      String claim = source.text("claimName").orElse("");
      Volume found = readOnly.get(new ClaimRef(workload.namespace(), claim));
      if (found != null && !source.isTrue("readOnly")) {
        mounted.put(volume.text("name").orElse(""), found);
      }
    }
    for (Tree.Mapping container : pod.containers()) {
      for (Tree.Mapping mount : container.mappings("volumeMounts")) {
        Volume volume = mounted.get(mount.text("name").orElse(""));
        if (volume != null && !mount.isTrue("readOnly")) {
          warn(workload, mount, volume, findings);
        }
      }
    }
  }

  private static void warn(
      Workload workload, Tree.Mapping mount, Volume volume, Findings findings) {
    findings.warn(
        Code.WRITABLE_MOUNT,
        List.of(workload, volume),
        mount.spanOf("mountPath"),
        workload.kind()
            + " "
            + quote(workload.name())
            + " mounts volume "
            + quote(volume.name())
            + " writable at "
            + quote(mount.text("mountPath").orElse(""))
            + ", but the volume is "
            + (volume.source().value().readOnly() ? "read-only" : "ReadOnlyMany"),
        "make the mount readOnly: true");
  }
}
