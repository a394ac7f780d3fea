package dev.fairlead.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The controllers of storage: binder, reclaimer, provisioner, resizer and the protection of objects
 * in use. They look at one object at a time, in any order, and may be late with each write. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#lifecycle-of-a-volume-and-claim">Lifecycle
 * of a volume and claim</a>.
 */
final class ModelControllers {
  private static final String COMPLETED = "pv.kubernetes.io/bind-completed";
  private static final String BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";
  private static final String YES = "yes";

  private final ModelCluster cluster;
  private final Random random;
  private final ModelWorkloads workloads;

  /** Disks that the reclaimer has failed to delete. It does not try again by itself. */
  private final Set<String> failed = new HashSet<>();

  private boolean changed;

  ModelControllers(ModelCluster cluster, Random random) {
    this.cluster = cluster;
    this.random = random;
    this.workloads = new ModelWorkloads(cluster);
    for (ModelObject volume : cluster.all("pv")) {
      if (volume.phase().equals("Failed")) {
        failed.add(ModelCluster.disk(volume));
      }
    }
  }

  /** Some controllers look at some objects. */
  void some(int times) {
    for (int i = 0; i < times; i++) {
      List<ModelObject> all = new ArrayList<>(cluster.objects.values());
      if (!all.isEmpty()) {
        sync(all.get(random.nextInt(all.size())));
      }
    }
  }

  /** All controllers look at all objects once. Returns whether anything has changed. */
  boolean round() {
    List<String> keys = new ArrayList<>(cluster.objects.keySet());
    java.util.Collections.shuffle(keys, random);
    boolean any = false;
    for (String key : keys) {
      ModelObject object = cluster.objects.get(key);
      any |= object != null && sync(object);
    }
    return any;
  }

  /** Until nothing changes any more. */
  void settle() {
    for (int i = 0; i < 200; i++) {
      if (!round() && !round()) {
        return;
      }
    }
    throw new AssertionError("the cluster never comes to rest");
  }

  private boolean sync(ModelObject object) {
    changed = false;
    switch (object.text("kind")) {
      case "PersistentVolume" -> volume(object.copy());
      case "PersistentVolumeClaim" -> claim(object.copy());
      default -> changed = workloads.sync(object.copy());
    }
    return changed;
  }

  private void store(ModelObject object) {
    if (!object.fields().equals(cluster.objects.get(object.key()).fields())) {
      cluster.store(object);
      changed = true;
    }
  }

  private void phase(ModelObject object, String phase) {
    object.set(phase, "status", "phase");
    store(object);
  }

  private void volume(ModelObject volume) {
    if (volume.isTerminating() && !volume.phase().equals("Bound")) {
      if (volume.text("spec", "persistentVolumeReclaimPolicy").equals("Delete")) {
        cluster.deletedDisks.add(ModelCluster.disk(volume));
      }
      cluster.remove(volume);
      changed = true;
      return;
    }
    String uid = volume.text("spec", "claimRef", "uid");
    if (uid.isEmpty()) {
      phase(volume, "Available");
      return;
    }
    ModelObject claim = claimOf(volume);
    if (claim == null || !claim.uid().equals(uid)) {
      release(volume);
    } else if (claim.text("spec", "volumeName").equals(volume.name())) {
      phase(volume, "Bound");
    } else if (!claim.text("spec", "volumeName").isEmpty()) {
      unbind(volume);
    }
  }

  private ModelObject claimOf(ModelObject volume) {
    return cluster.find(
        "pvc",
        volume.text("spec", "claimRef", "namespace"),
        volume.text("spec", "claimRef", "name"));
  }

  private void release(ModelObject volume) {
    if (volume.phase().equals("Failed")) {
      return;
    }
    if (!volume.phase().equals("Released")) {
      phase(volume, "Released");
      return;
    }
    String disk = ModelCluster.disk(volume);
    if (volume.text("spec", "persistentVolumeReclaimPolicy").equals("Delete")
        && !failed.contains(disk)) {
      cluster.deletedDisks.add(disk);
      cluster.remove(volume);
      changed = true;
    }
  }

  private void unbind(ModelObject volume) {
    if (volume.get("metadata", "annotations", BY_CONTROLLER) != null) {
      volume.set(null, "spec", "claimRef");
      volume.set(null, "metadata", "annotations", BY_CONTROLLER);
    } else {
      volume.set(null, "spec", "claimRef", "uid");
    }
    phase(volume, "Available");
  }

  private void claim(ModelObject claim) {
    if (claim.isTerminating() && workloads.pods(claim).isEmpty()) {
      cluster.remove(claim);
      changed = true;
      return;
    }
    if (claim.get("metadata", "annotations", COMPLETED) != null) {
      boundClaim(claim);
    } else if (claim.text("spec", "volumeName").isEmpty()) {
      openClaim(claim);
    } else {
      ModelObject volume = cluster.find("pv", "", claim.text("spec", "volumeName"));
      if (volume != null
          && (belongs(volume, claim) || isFree(volume) && fits(volume, claim, true))) {
        bind(volume.copy(), claim);
      } else {
        phase(claim, "Pending");
      }
    }
  }

  private void boundClaim(ModelObject claim) {
    ModelObject volume = cluster.find("pv", "", claim.text("spec", "volumeName"));
    if (volume == null) {
      phase(claim, "Lost");
    } else if (isFree(volume)) {
      bind(volume.copy(), claim);
    } else if (volume.text("spec", "claimRef", "uid").equals(claim.uid())) {
      if (claim.phase().equals("Lost")) {
        phase(claim, "Bound");
      }
      grow(volume.copy(), claim);
    } else {
      phase(claim, "Lost");
    }
  }

  /** The class of the claim resizes disks. */
  private void grow(ModelObject volume, ModelObject claim) {
    String asked = claim.text("spec", "resources", "requests", "storage");
    ModelObject storageClass =
        cluster.find("storageclass", "", claim.text("spec", "storageClassName"));
    boolean expands =
        storageClass != null && storageClass.get("allowVolumeExpansion") == Boolean.TRUE;
    if (expands
        && ModelCluster.bytes(asked)
            > ModelCluster.bytes(volume.text("spec", "capacity", "storage"))) {
      volume.set(asked, "spec", "capacity", "storage");
      store(volume);
    }
  }

  private static boolean isFree(ModelObject volume) {
    return volume.get("spec", "claimRef") == null && !volume.isTerminating();
  }

  private static boolean belongs(ModelObject volume, ModelObject claim) {
    String uid = volume.text("spec", "claimRef", "uid");
    return volume.text("spec", "claimRef", "name").equals(claim.name())
        && volume.text("spec", "claimRef", "namespace").equals(claim.namespace())
        && (uid.isEmpty() || uid.equals(claim.uid()));
  }

  private static boolean fits(ModelObject volume, ModelObject claim, boolean byClass) {
    return ModelCluster.bytes(volume.text("spec", "capacity", "storage"))
            >= ModelCluster.bytes(claim.text("spec", "resources", "requests", "storage"))
        && volume.list("spec", "accessModes").containsAll(claim.list("spec", "accessModes"))
        && volume.text("spec", "volumeMode").equals(claim.text("spec", "volumeMode"))
        && (!byClass
            || volume
                .text("spec", "storageClassName")
                .equals(claim.text("spec", "storageClassName")));
  }

  private void openClaim(ModelObject claim) {
    for (ModelObject volume : cluster.all("pv")) {
      if (belongs(volume, claim) && !volume.isTerminating() && fits(volume, claim, false)) {
        bind(volume.copy(), claim);
        return;
      }
    }
    ModelObject storageClass =
        cluster.find("storageclass", "", claim.text("spec", "storageClassName"));
    boolean waits =
        storageClass != null
            && storageClass.text("volumeBindingMode").equals("WaitForFirstConsumer")
            && !workloads.isWanted(claim);
    List<ModelObject> free =
        cluster.all("pv").stream()
            .filter(volume -> isFree(volume) && volume.phase().equals("Available"))
            .filter(volume -> fits(volume, claim, true))
            .sorted(
                Comparator.comparingLong(
                    volume -> ModelCluster.bytes(volume.text("spec", "capacity", "storage"))))
            .toList();
    if (!free.isEmpty() && !waits) {
      bind(free.get(0).copy(), claim);
    } else if (storageClass != null
        && !waits
        && !storageClass.text("provisioner").equals("kubernetes.io/no-provisioner")) {
      provision(claim, storageClass);
    } else {
      phase(claim, "Pending");
    }
  }

  private void provision(ModelObject claim, ModelObject storageClass) {
    Map<String, Object> fields = new LinkedHashMap<>();
    ModelObject volume = new ModelObject(fields);
    volume.set("v1", "apiVersion");
    volume.set("PersistentVolume", "kind");
    volume.set("pvc-" + claim.uid(), "metadata", "name");
    volume.set(
        storageClass.text("provisioner"),
        "metadata",
        "annotations",
        "pv.kubernetes.io/provisioned-by");
    volume.set(
        claim.text("spec", "resources", "requests", "storage"), "spec", "capacity", "storage");
    volume.set(new ArrayList<>(claim.list("spec", "accessModes")), "spec", "accessModes");
    volume.set(storageClass.name(), "spec", "storageClassName");
    volume.set("Delete", "spec", "persistentVolumeReclaimPolicy");
    volume.set(claim.text("spec", "volumeMode"), "spec", "volumeMode");
    volume.set(storageClass.text("provisioner"), "spec", "csi", "driver");
    volume.set("new-" + claim.uid(), "spec", "csi", "volumeHandle");
    setRef(volume, claim);
    if (cluster.find("pv", "", volume.name()) == null) {
      cluster.put(volume);
      changed = true;
    }
  }

  private static void setRef(ModelObject volume, ModelObject claim) {
    volume.set("v1", "spec", "claimRef", "apiVersion");
    volume.set("PersistentVolumeClaim", "spec", "claimRef", "kind");
    volume.set(claim.namespace(), "spec", "claimRef", "namespace");
    volume.set(claim.name(), "spec", "claimRef", "name");
    volume.set(claim.uid(), "spec", "claimRef", "uid");
  }

  /** Volume first, then its phase, then the claim. The controller may stop after each write. */
  private void bind(ModelObject volume, ModelObject claim) {
    if (volume.get("spec", "claimRef") == null) {
      volume.set(YES, "metadata", "annotations", BY_CONTROLLER);
    }
    setRef(volume, claim);
    store(volume);
    if (changed && random.nextBoolean()) {
      return;
    }
    phase(volume.copy(), "Bound");
    if (changed && random.nextBoolean()) {
      return;
    }
    if (claim.text("spec", "volumeName").isEmpty()) {
      claim.set(YES, "metadata", "annotations", BY_CONTROLLER);
      claim.set(volume.name(), "spec", "volumeName");
    }
    claim.set(YES, "metadata", "annotations", COMPLETED);
    claim.set("Bound", "status", "phase");
    store(claim);
  }
}
