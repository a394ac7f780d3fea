package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.Map;

/**
 * Raw devices belong under volumeDevices, file systems under volumeMounts. The kubelet never starts
 * a pod that mixes them up. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support">Raw
 * block volume support</a>.
 */
final class MountModes extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
    for (Workload workload : plan.workloads()) {
      check(workload, plan, findings);
    }
  }

  private static void check(Workload workload, Plan plan, Findings findings) {
    Map<String, Located<VolumeMode>> modes = PodVolumeModes.of(workload, plan);
    Map<String, Mapping> volumes = new HashMap<>();
    Pod pod = Pod.of(workload);
    for (Mapping volume : pod.volumes()) {
      volumes.putIfAbsent(name(volume), volume);
    }
    for (Mapping container : pod.containers()) {
      for (Mapping mount : container.mappings("volumeMounts")) {
        Located<VolumeMode> mode = modes.get(name(mount));
        if (mode != null && mode.value() == VolumeMode.BLOCK) {
          findings.add(
              mismatch(
                      mount,
                      "has mode Block and can't be used under volumeMounts",
                      "move it to volumeDevices, with a devicePath")
                  .withRelated(mode.span(), "a raw device"));
        }
      }
      for (Mapping device : container.mappings("volumeDevices")) {
        Located<VolumeMode> mode = modes.get(name(device));
        Mapping volume = volumes.get(name(device));
        if (mode != null && mode.value() == VolumeMode.FILESYSTEM) {
          findings.add(
              mismatch(
                      device,
                      "has mode Filesystem and can't be used under volumeDevices",
                      "move it to volumeMounts, with a mountPath")
                  .withRelated(mode.span(), "a file system"));
        } else if (mode == null && volume != null && !isClaim(volume)) {
          findings.add(
              mismatch(
                      device,
                      "is not a claim and can't be used under volumeDevices",
                      "move it to volumeMounts, or use the claim of a Block volume")
                  .withRelated(volume.span(), "the volume"));
        }
      }
    }
  }

  private static boolean isClaim(Mapping volume) {
    return volume.get("persistentVolumeClaim").isPresent() || volume.get("ephemeral").isPresent();
  }

  private static String name(Mapping named) {
    return named.text("name").orElse("");
  }

  private static Diagnostic mismatch(Mapping mount, String problem, String hint) {
    return Diagnostic.of(
            Code.VOLUME_MODE_MISMATCH,
            mount.spanOf("name"),
            message("volume {} {}: the pod would never start", name(mount), plain(problem)))
        .withHint(hint);
  }
}
