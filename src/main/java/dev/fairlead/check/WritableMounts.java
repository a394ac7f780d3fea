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
import java.util.Optional;

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
    plan.volumes()
        .filter(volume -> volume.claimRef().isPresent() && isReadOnly(volume))
        .forEach(volume -> readOnly.put(volume.claimRef().get().value(), volume));
    plan.workloads().forEach(workload -> check(workload, readOnly, findings));
  }

  private static boolean isReadOnly(Volume volume) {
    return volume.source().value().readOnly()
        || volume.accessModes().value().stream().allMatch(AccessMode.READ_ONLY_MANY::equals);
  }

  private static void check(Workload workload, Map<ClaimRef, Volume> readOnly, Findings findings) {
    Map<String, Volume> mounted = new HashMap<>();
    Pod pod = Pod.of(workload);
    for (Tree.Mapping volume : pod.claimVolumes()) {
      Tree.Mapping source = volume.mapping("persistentVolumeClaim");
      String claim = source.text("claimName").orElse("");
      Optional.ofNullable(readOnly.get(new ClaimRef(workload.namespace(), claim)))
          .filter(found -> !source.isTrue("readOnly"))
          .ifPresent(found -> mounted.put(volume.text("name").orElse(""), found));
    }
    pod.containers().stream()
        .flatMap(container -> container.mappings("volumeMounts").stream())
        .filter(mount -> !mount.isTrue("readOnly"))
        .filter(mount -> mounted.containsKey(mount.text("name").orElse("")))
        .forEach(mount -> warn(workload, mount, mounted.get(mount.text("name").get()), findings));
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
