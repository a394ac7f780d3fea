package dev.fairlead.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random specs, such that each differs a bit from the one before. */
final class ModelSpecs {
  /** A volume of a spec. */
  record Disk(
      String handle,
      String claim,
      String namespace,
      String size,
      String storageClass,
      String policy) {

    /** Whether it is for any claim. */
    boolean isOpen() {
      return claim.isEmpty();
    }

    String key() {
      return claim.isEmpty() ? "" : ModelObject.key("pvc", namespace, claim);
    }
  }

  private static final List<String> NAMES = List.of("data", "logs", "cache", "media");
  private static final List<String> NAMESPACES = List.of("shop", "ops");
  private static final List<String> SIZES = List.of("10Gi", "20Gi", "30Gi");
  private static final List<String> CLASSES = List.of("", "fast", "slow", "static");

  private final Random random;
  final Map<String, Disk> disks;

  /** The volume that a Deployment of the spec mounts; empty if it has none. */
  final String mounted;

  private ModelSpecs(Random random, Map<String, Disk> disks, String mounted) {
    this.random = random;
    this.disks = disks;
    this.mounted = mounted;
  }

  static ModelSpecs some(Random random) {
    Map<String, Disk> disks = new LinkedHashMap<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String namespace = one(random, NAMESPACES);
      disks.put(
          NAMES.get(i),
          new Disk(
              "disk-" + i,
              random.nextInt(6) == 0 ? "" : "pvc-" + NAMES.get(i),
              namespace,
              one(random, SIZES),
              one(random, CLASSES),
              random.nextBoolean() ? "Retain" : "Delete"));
    }
    return new ModelSpecs(random, disks, random.nextBoolean() ? NAMES.get(0) : "");
  }

  static <T> T one(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The same with some changes of each kind that people make. */
  ModelSpecs changed() {
    Map<String, Disk> next = new LinkedHashMap<>(disks);
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      change(next);
    }
    return new ModelSpecs(
        random, next, random.nextInt(4) == 0 || !next.containsKey(mounted) ? "" : mounted);
  }

  private void change(Map<String, Disk> next) {
    String name = one(random, new ArrayList<>(next.keySet()));
    Disk d = next.get(name);
    switch (random.nextInt(10)) {
      case 0 ->
          next.put(
              name,
              new Disk(d.handle, "claim-" + name, d.namespace, d.size, d.storageClass, d.policy));
      case 1 ->
          next.put(
              name,
              new Disk(
                  d.handle, d.claim, one(random, NAMESPACES), d.size, d.storageClass, d.policy));
      case 2 -> {
        if (!next.containsKey("new-" + name) && !name.startsWith("new")) {
          next.remove(name);
          next.put("new-" + name, d);
        }
      }
      case 3 ->
          next.put(
              name,
              new Disk("new-" + d.handle, d.claim, d.namespace, d.size, d.storageClass, d.policy));
      case 4 ->
          next.put(
              name,
              new Disk(
                  d.handle, d.claim, d.namespace, one(random, SIZES), d.storageClass, d.policy));
      case 5 ->
          next.put(
              name,
              new Disk(d.handle, d.claim, d.namespace, d.size, one(random, CLASSES), d.policy));
      case 6 ->
          next.put(
              name,
              new Disk(
                  d.handle,
                  d.claim,
                  d.namespace,
                  d.size,
                  d.storageClass,
                  d.policy.equals("Retain") ? "Delete" : "Retain"));
      case 7 -> swap(next, name, true);
      case 8 -> swap(next, name, false);
      default ->
          next.put(name, new Disk(d.handle, "", d.namespace, d.size, d.storageClass, d.policy));
    }
  }

  /** Swaps the claims of two volumes, or their disks. */
  private void swap(Map<String, Disk> next, String name, boolean claims) {
    String other = one(random, new ArrayList<>(next.keySet()));
    Disk a = next.get(name);
    Disk b = next.get(other);
    if (claims) {
      next.put(name, new Disk(a.handle, b.claim, b.namespace, a.size, a.storageClass, a.policy));
      next.put(other, new Disk(b.handle, a.claim, a.namespace, b.size, b.storageClass, b.policy));
    } else {
      next.put(name, new Disk(b.handle, a.claim, a.namespace, a.size, a.storageClass, a.policy));
      next.put(other, new Disk(a.handle, b.claim, b.namespace, b.size, b.storageClass, b.policy));
    }
  }

  /** As YAML: a document for each volume, because each may be in another namespace. */
  String text() {
    StringBuilder spec = new StringBuilder();
    disks.forEach(
        (name, disk) -> {
          spec.append("---\napiVersion: fairlead.dev/v1\nkind: Storage\n");
          spec.append("metadata: {name: " + name + ", namespace: " + disk.namespace + "}\n");
          spec.append("volumes:\n- name: " + name + "\n  storage: " + disk.size + "\n");
          spec.append("  reclaimPolicy: " + disk.policy + "\n");
          spec.append("  storageClassName: \"" + disk.storageClass + "\"\n");
          spec.append("  csi: {driver: csi.example.com, volumeHandle: " + disk.handle + "}\n");
          if (!disk.claim.isEmpty()) {
            spec.append("  reserve: {name: " + disk.claim + "}\n");
          }
          if (name.equals(mounted) && !disk.claim.isEmpty()) {
            spec.append("workloads:\n- name: web\n  kind: Deployment\n");
            spec.append("  spec: {strategy: {type: Recreate}}\n");
            spec.append("  containers:\n  - {name: app, image: \"nginx:1.27\", mounts: {/data: ");
            spec.append(name + "}}\n");
          }
        });
    return spec.toString();
  }

  /** Which disk each claim is to be bound to. */
  Map<String, String> claims() {
    Map<String, String> claims = new LinkedHashMap<>();
    disks.values().stream()
        .filter(disk -> !disk.key().isEmpty())
        .forEach(disk -> claims.put(disk.key(), "csi.example.com " + disk.handle));
    return claims;
  }
}
