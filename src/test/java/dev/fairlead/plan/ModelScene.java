package dev.fairlead.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveKind;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.plan.ModelCluster.Rejected;
import dev.fairlead.render.Templates;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A cluster, the specs for it and what must stay true. */
final class ModelScene {
  private static final Transpiler TRANSPILER = new Transpiler();
  private static final Templates TEMPLATES = Templates.load();

  /** Deployments are the most. */
  private static final List<String> KINDS =
      List.of("Deployment", "Deployment", "StatefulSet", "ReplicaSet", "DaemonSet");

  final Random random;
  final ModelCluster cluster = new ModelCluster();
  final ModelKubectl kubectl;
  final ModelSpecs specs;
  final Map<String, String> before = new TreeMap<>();
  final Set<String> precious = new HashSet<>();
  final Map<String, Integer> replicas = new TreeMap<>();
  final boolean atRest;

  /** The uids of volumes that any claim may take. */
  final Set<String> open = new HashSet<>();

  /** The uids of claims that were there when the dump was taken. */
  final Set<String> claims = new HashSet<>();

  ModelScene(long seed) throws Rejected {
    random = new Random(seed);
    kubectl = new ModelKubectl(cluster, random);
    for (ModelObject object : ModelCluster.read(ModelManifests.WORLD)) {
      cluster.put(object);
    }
    ModelSpecs earlier = ModelSpecs.some(random);
    if (random.nextInt(12) != 0) {
      apply(earlier.text());
    }
    specs = earlier.changed();
    kubectl.controllers.settle();
    int accidents = random.nextInt(4);
    for (int i = 0; i < accidents; i++) {
      accident(earlier);
      if (random.nextBoolean()) {
        kubectl.controllers.settle();
      }
    }
    // A dump may also be taken while the controllers are at work.
    atRest = random.nextInt(3) > 0;
    if (atRest) {
      kubectl.controllers.settle();
    }
    note();
  }

  private void apply(String spec) throws Rejected {
    StringWriter out = new StringWriter();
    TEMPLATES.print(transpile(spec).resources(), List.of(), out);
    for (ModelObject object : ModelCluster.read(out.toString())) {
      cluster.create(object);
    }
  }

  /** What happens in clusters. */
  private void accident(ModelSpecs earlier) throws Rejected {
    ModelSpecs.Disk disk = ModelSpecs.one(random, new ArrayList<>(earlier.disks.values()));
    List<ModelObject> claims = cluster.all("pvc");
    List<ModelObject> volumes = cluster.all("pv");
    switch (random.nextInt(9)) {
      case 0 -> {
        if (!claims.isEmpty()) {
          ModelObject claim = ModelSpecs.one(random, claims);
          retainSometimes(claim);
          cluster.delete(claim.key(), claim.uid());
        }
      }
      case 1 ->
          create(
              ModelManifests.CLAIM.formatted(
                  "stranger-" + random.nextInt(3),
                  disk.namespace(),
                  ModelSpecs.one(random, List.of("fast", "slow", "static", ""))));
      case 2 -> {
        if (!disk.claim().isEmpty()) {
          String app = "app-" + random.nextInt(2);
          create(workload(app, disk, 1 + random.nextInt(3)));
        }
      }
      case 3 -> {
        if (!disk.claim().isEmpty()) {
          create(
              ModelManifests.CLAIM.formatted(
                  disk.claim(),
                  disk.namespace(),
                  ModelSpecs.one(random, List.of("fast", "slow", "static", ""))));
        }
      }
      case 4 -> {
        if (!volumes.isEmpty()) {
          ModelObject volume = ModelSpecs.one(random, volumes).copy();
          volume.set(
              random.nextBoolean() ? "Retain" : "Delete", "spec", "persistentVolumeReclaimPolicy");
          cluster.store(volume);
        }
      }
      case 5 -> {
        if (!volumes.isEmpty()) {
          ModelObject volume = ModelSpecs.one(random, volumes);
          if (volume.text("spec", "persistentVolumeReclaimPolicy").equals("Retain")) {
            cluster.delete(volume.key(), volume.uid());
          }
        }
      }
      case 6 -> {
        ModelObject pod =
            ModelCluster.read(
                    "{apiVersion: v1, kind: Pod, metadata: {name: shell, namespace: ops}, spec:"
                        + " {volumes: [{name: d, persistentVolumeClaim: {claimName: "
                        + (disk.claim().isEmpty() ? "x" : disk.claim())
                        + "}}]}, status: {phase: Pending}}")
                .get(0);
        if (random.nextBoolean() && cluster.find("pod", "ops", "shell") == null) {
          cluster.put(pod);
        }
      }
      case 7 -> {
        // A volume that somebody wrote for the disk under another name.
        if (volumes.isEmpty()) {
          create(
              """
              apiVersion: v1
              kind: PersistentVolume
              metadata: {name: old}
              spec:
                accessModes: [ReadWriteOnce]
                capacity: {storage: 10Gi}
                persistentVolumeReclaimPolicy: Delete
                storageClassName: static
                csi: {driver: csi.example.com, volumeHandle: %s}
              """
                  .formatted(disk.handle()));
        }
      }
      default -> {
        for (ModelObject workload : scalable()) {
          ModelObject scaled = workload.copy();
          scaled.set(random.nextInt(3), "spec", "replicas");
          cluster.store(scaled);
        }
      }
    }
  }

  /** A workload of any kind that mounts the claim of a volume. */
  private String workload(String name, ModelSpecs.Disk disk, int replicas) {
    String kind = ModelSpecs.one(random, KINDS);
    // Selectors must not overlap.
    String own = name + "-" + kind.toLowerCase(Locale.ROOT);
    return ModelManifests.WORKLOAD.formatted(own, disk.namespace(), replicas, disk.claim(), kind);
  }

  /** What a person scales: not the ReplicaSets of Deployments. */
  private List<ModelObject> scalable() {
    return KINDS.stream()
        .distinct()
        .filter(kind -> !kind.equals("DaemonSet"))
        .flatMap(kind -> cluster.all(kind.toLowerCase(Locale.ROOT)).stream())
        .filter(workload -> workload.objects("metadata", "ownerReferences").isEmpty())
        .toList();
  }

  /** The reclaimer gets to some disks, and fails at others. */
  private void retainSometimes(ModelObject claim) {
    ModelObject volume = cluster.find("pv", "", claim.text("spec", "volumeName"));
    if (volume != null && random.nextBoolean()) {
      ModelObject kept = volume.copy();
      kept.set("Retain", "spec", "persistentVolumeReclaimPolicy");
      cluster.store(kept);
    }
  }

  private void create(String yaml) throws Rejected {
    ModelObject object = ModelCluster.read(yaml).get(0);
    if (!cluster.objects.containsKey(object.key())) {
      cluster.create(object);
    }
  }

  private void note() {
    cluster.deletedDisks.clear();
    precious.addAll(specs.claims().values());
    for (ModelObject volume : cluster.all("pv")) {
      if (volume.get("spec", "claimRef") == null) {
        open.add(volume.uid());
      }
      if (isDoomed(volume)) {
        precious.remove(ModelCluster.disk(volume));
      } else {
        precious.add(ModelCluster.disk(volume));
      }
    }
    // A claim that the binder is about to bind is bound.
    for (ModelObject claim : cluster.all("pvc")) {
      claims.add(claim.uid());
      for (ModelObject volume : cluster.all("pv")) {
        boolean names =
            claim.text("spec", "volumeName").equals(volume.name())
                || volume.text("spec", "claimRef", "name").equals(claim.name())
                    && volume.text("spec", "claimRef", "namespace").equals(claim.namespace());
        if (names) {
          before.put(claim.key(), ModelCluster.disk(volume));
        }
      }
    }
    before.putAll(bound());
    for (ModelObject workload : scalable()) {
      replicas.put(workload.key(), workload.number(1, "spec", "replicas"));
    }
  }

  /** Whether the reclaimer deletes the disk whatever anybody does. */
  private boolean isDoomed(ModelObject volume) {
    String uid = volume.text("spec", "claimRef", "uid");
    ModelObject claim =
        cluster.find(
            "pvc",
            volume.text("spec", "claimRef", "namespace"),
            volume.text("spec", "claimRef", "name"));
    boolean held = claim != null && claim.uid().equals(uid) && !claim.isTerminating();
    return volume.text("spec", "persistentVolumeReclaimPolicy").equals("Delete")
        && !volume.phase().equals("Failed")
        && (volume.isTerminating() || !uid.isEmpty() && !held);
  }

  /** Others go on with their work while a script runs. */
  void interfere() {
    if (atRest || random.nextInt(8) > 0) {
      return;
    }
    ModelSpecs.Disk disk = ModelSpecs.one(random, new ArrayList<>(specs.disks.values()));
    String name = "late-" + random.nextInt(3);
    try {
      switch (random.nextInt(3)) {
        case 0 ->
            create(ModelManifests.CLAIM.formatted(name, disk.namespace(), disk.storageClass()));
        case 1 ->
            create(
                ModelManifests.CLAIM.formatted(name, disk.namespace(), disk.storageClass())
                    + "  volumeName: "
                    + ModelSpecs.one(random, new ArrayList<>(specs.disks.keySet())));
        default -> {
          if (!disk.claim().isEmpty()) {
            create(workload(name, disk, 1));
          }
        }
      }
    } catch (Rejected rejected) {
      throw new AssertionError(rejected);
    }
  }

  /** The disk of each claim that is bound. */
  Map<String, String> bound() {
    Map<String, String> bound = new TreeMap<>();
    for (ModelObject claim : cluster.all("pvc")) {
      ModelObject volume = cluster.find("pv", "", claim.text("spec", "volumeName"));
      if (volume != null && volume.text("spec", "claimRef", "uid").equals(claim.uid())) {
        bound.put(claim.key(), ModelCluster.disk(volume));
      }
    }
    return bound;
  }

  void check() {
    Set<String> lost = new HashSet<>(cluster.deletedDisks);
    lost.retainAll(precious);
    assertEquals(Set.of(), lost, "disks are deleted");
    bound()
        .forEach(
            (claim, disk) -> {
              boolean mine =
                  disk.equals(before.get(claim)) || disk.equals(specs.claims().get(claim));
              boolean others =
                  before.containsValue(disk)
                      || specs.claims().containsValue(disk)
                      || specs.claims().containsKey(claim);
              String name = cluster.objects.get(claim).text("spec", "volumeName");
              boolean wasOpen = open.contains(cluster.find("pv", "", name).uid());
              boolean isOpen = specs.disks.containsKey(name) && specs.disks.get(name).isOpen();
              // The provisioner may be faster than the script, which then stops.
              boolean fresh =
                  disk.contains("new-u") && claims.contains(cluster.objects.get(claim).uid());
              assertTrue(
                  mine || fresh || wasOpen || isOpen || !others,
                  "a claim has the disk of another: " + claim + " has " + disk);
            });
  }

  ClusterPlan plan() {
    byte[] dump = JsonText.of(cluster.dump()).getBytes(StandardCharsets.UTF_8);
    Diagnostics diagnostics = new Diagnostics();
    Dump read =
        new DumpInput(Set.of(LiveKind.values()), diagnostics)
            .read(List.of(new SpecInput("live.json", dump)));
    assertEquals(List.of(), diagnostics.sorted());
    return new Planner(TEMPLATES).plan(transpile(specs.text()), read);
  }

  private static Plan transpile(String spec) {
    Diagnostics diagnostics = new Diagnostics();
    Plan plan =
        TRANSPILER.transpile(
            List.of(new SpecInput("s.yaml", spec.getBytes(StandardCharsets.UTF_8))), diagnostics);
    assertTrue(
        diagnostics.sorted().stream().noneMatch(d -> d.severity() == Severity.ERROR),
        () -> diagnostics.sorted() + "\n" + spec);
    return plan;
  }
}
