package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.model.Workload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Raw devices stand under volumeDevices, file systems under volumeMounts: the kubelet starts no pod
 * that mixes them up. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support">Raw
 * block volume support</a>.
 */
final class MountModes implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    Map<ClaimRef, VolumeMode> modes = new HashMap<>();
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        modes.put(volume.claimRef().get().value(), volume.volumeMode().value());
      }
    }
    for (Claim claim : plan.claims()) {
      modes.put(claim.ref(), claim.volumeMode().value());
    }
    for (Workload workload : plan.workloads()) {
      check(workload, modes, findings);
    }
  }

  private static void check(Workload workload, Map<ClaimRef, VolumeMode> modes, Findings findings) {
    Map<String, Tree.Mapping> volumes = new HashMap<>();
    Pod pod = Pod.of(workload);
    for (Tree.Mapping volume : pod.volumes()) {
      volumes.putIfAbsent(volume.text("name").orElse(""), volume);
    }
    for (Tree.Mapping container : pod.containers()) {
      for (Tree.Mapping mount : container.mappings("volumeMounts")) {
        if (mode(workload, mount, volumes, modes).equals(Optional.of(VolumeMode.BLOCK))) {
          mismatch(
              mount,
              "is of mode Block and can't stand under volumeMounts",
              "move it to volumeDevices, with a devicePath",
              findings);
        }
      }
      for (Tree.Mapping device : container.mappings("volumeDevices")) {
        Tree.Mapping volume = volumes.get(device.text("name").orElse(""));
        if (mode(workload, device, volumes, modes).equals(Optional.of(VolumeMode.FILESYSTEM))) {
          mismatch(
              device,
              "is of mode Filesystem and can't stand under volumeDevices",
              "move it to volumeMounts, with a mountPath",
              findings);
        } else if (volume != null
            && volume.get("persistentVolumeClaim").isEmpty()
            && volume.get("ephemeral").isEmpty()) {
          mismatch(
              device,
              "is no claim and can't stand under volumeDevices",
              "move it to volumeMounts, or use the claim of a Block volume",
              findings);
        }
      }
    }
  }

  /** The mode of what is mounted, where it is a claim of this call. */
  private static Optional<VolumeMode> mode(
      Workload workload,
      Tree.Mapping mount,
      Map<String, Tree.Mapping> volumes,
      Map<ClaimRef, VolumeMode> modes) {
    Tree.Mapping volume = volumes.get(mount.text("name").orElse(""));
    if (volume == null) {
      return Optional.empty();
    }
    Optional<String> claim = volume.mapping("persistentVolumeClaim").text("claimName");
    return claim.isPresent()
        ? Optional.ofNullable(modes.get(new ClaimRef(workload.namespace(), claim.get())))
        : Optional.empty();
  }

  private static void mismatch(Tree.Mapping mount, String problem, String hint, Findings findings) {
    Span span = mount.spanOf("name");
    findings.add(
        Code.VOLUME_MODE_MISMATCH,
        span,
        "volume "
            + quote(mount.text("name").orElse(""))
            + " "
            + problem
            + ": the pod would never start",
        hint);
  }
}
