package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Whatever is changed in a volume or a claim comes back from render, or import names it. Nothing is
 * lost without a word.
 */
class ImportPropertyTest {
  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: PersistentVolume
      metadata:
        name: data-0
        labels: {team: shop}
        annotations: {owner: ann}
        finalizers: [example.com/detach]
      spec:
        capacity: {storage: 50Gi}
        accessModes: [ReadWriteOnce]
        persistentVolumeReclaimPolicy: Retain
        storageClassName: fast
        volumeMode: Filesystem
        mountOptions: [noatime]
        claimRef: {apiVersion: v1, kind: PersistentVolumeClaim, name: data, namespace: shop}
        csi:
          driver: ebs.csi.aws.com
          volumeHandle: vol-0a1b2c3d4e5f60718
          fsType: ext4
          volumeAttributes: {partition: "1"}
          nodeStageSecretRef: {name: a, namespace: b}
        nodeAffinity:
          required:
            nodeSelectorTerms:
            - matchExpressions:
              - {key: topology.kubernetes.io/zone, operator: In, values: [eu-west-1b]}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: shop, labels: {team: shop}, annotations: {note: "1"}}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 50Gi}}
        storageClassName: fast
        volumeMode: Filesystem
        volumeName: data-0
      ---
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: files, labels: {tier: gold}}
      spec:
        capacity: {storage: 1Ti}
        accessModes: [ReadWriteMany]
        persistentVolumeReclaimPolicy: Retain
        nfs: {server: nfs.example.com, path: /files, readOnly: true}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: cache, namespace: shop}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 5Gi}}
        selector: {matchLabels: {tier: silver}}
        storageClassName: fast
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: restored, namespace: shop}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 5Gi}}
        storageClassName: fast
        dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: nightly}
      """;

  /** What fairlead writes out on purpose: docs/adopting.md lists it. */
  private static final List<String> WRITTEN_OUT =
      List.of(
          "spec.persistentVolumeReclaimPolicy=Retain",
          "spec.volumeMode=Filesystem",
          "spec.storageClassName=",
          "spec.claimRef.apiVersion=v1",
          "spec.claimRef.kind=PersistentVolumeClaim",
          "metadata.namespace=shop");

  /** An empty namespace is none. */
  private static final String NO_NAMESPACE = "metadata.namespace=";

  private static final List<Object> VALUES =
      List.of("other", "", "Block", "ReadOnlyMany", "Delete", "1Gi", 7, true, "data-0", "yes");

  private final Random random = new Random(15);

  @Test
  void nothingIsLostInSilence() {
    int imported = 0;
    int reported = 0;
    for (int i = 0; i < 500; i++) {
      List<Map<String, Object>> objects = objects(MANIFESTS);
      String change = change(objects.get(random.nextInt(objects.size())));
      DumperOptions options = new DumperOptions();
      options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
      String changed = new Yaml(options).dumpAll(objects.iterator());
      String what = "run " + i + ", " + change;
      Cli.Result result = Cli.run(List.of("import", "--keep-reclaim-policy", "-"), changed);
      assertTrue(result.code() < 2, what + "\n" + result.err());
      Map<String, Object> rendered = rendered(result.out(), what);
      for (Map<String, Object> object : objects) {
        String name = key(object);
        if (rendered.get(name) == null) {
          boolean passedOver = result.err().contains("passed over");
          assertEquals(passedOver ? 0 : 1, result.code(), what);
          assertTrue(isNamed(object, result.err()), what + "\n" + result.err());
          reported++;
          continue;
        }
        imported++;
        compare("", object, rendered.get(name), result.err(), what);
      }
    }
    assertTrue(imported > 1500 && reported > 50, imported + " imported, " + reported + " not");
  }

  private static boolean isNamed(Map<String, Object> object, String err) {
    String name = (String.valueOf(metadata(object).get("name")));
    return err.contains(name) && err.contains("[not-imported]")
        // Without a name or kind there is no object to name.
        || err.contains("passed over")
        || err.contains("[not-a-manifest]")
        || err.contains("[invalid-name]");
  }

  private static Map<String, Object> rendered(String spec, String what) {
    Map<String, Object> rendered = new LinkedHashMap<>();
    if (!spec.isEmpty()) {
      Cli.Result result = Cli.run(List.of("render", "-"), spec);
      assertEquals(0, result.code(), what + "\n" + result.err() + spec);
      objects(result.out()).forEach(object -> rendered.put(key(object), object));
    }
    return rendered;
  }

  private void compare(String path, Object there, Object now, String err, String what) {
    if (there instanceof Map<?, ?> before && now instanceof Map<?, ?> after) {
      before.forEach(
          (key, value) -> {
            String field = path.isEmpty() ? "" + key : path + "." + key;
            if (after.containsKey(key)) {
              compare(field, value, after.get(key), err, what);
            } else if (!isEmpty(value)) {
              assertTrue(err.contains(field + " of "), what + ": " + field + " is lost\n" + err);
            }
          });
      after.forEach(
          (key, value) -> {
            String field = path.isEmpty() ? "" + key : path + "." + key;
            boolean known = before.containsKey(key) || WRITTEN_OUT.contains(field + "=" + value);
            assertTrue(
                known || err.contains(field + " of "), what + ": " + field + " is new\n" + err);
          });
    } else if (there instanceof List<?> before
        && now instanceof List<?> after
        && before.size() == after.size()) {
      for (int i = 0; i < before.size(); i++) {
        compare(path + "[" + i + "]", before.get(i), after.get(i), err, what);
      }
    } else if (!("" + there).equals("" + now) && !(path + "=" + there).equals(NO_NAMESPACE)) {
      assertTrue(err.contains(path + " of "), what + ": " + path + " is changed\n" + err);
    }
  }

  private static boolean isEmpty(Object value) {
    return value == null
        || value instanceof Map<?, ?> map && map.isEmpty()
        || value instanceof List<?> list && list.isEmpty();
  }

  /** Changes, adds or removes a field somewhere. */
  private String change(Map<String, Object> object) {
    List<Map<String, Object>> maps = new ArrayList<>();
    collect(object, maps);
    Map<String, Object> map = maps.get(random.nextInt(maps.size()));
    List<String> keys = new ArrayList<>(map.keySet());
    String key = keys.isEmpty() ? "extra" : keys.get(random.nextInt(keys.size()));
    Object value = VALUES.get(random.nextInt(VALUES.size()));
    switch (random.nextInt(4)) {
      case 0 -> {
        key = List.of("extra", "readOnly", "volumeName", "fsGroup").get(random.nextInt(4));
        map.put(key, value);
      }
      case 1 -> map.remove(key);
      case 2 -> map.put(key, new LinkedHashMap<>(Map.of("deep", value)));
      default -> map.put(key, map.get(key) instanceof List<?> ? List.of(value, "x") : value);
    }
    return key(object) + ": " + key + " is " + map.get(key);
  }

  @SuppressWarnings("unchecked")
  private static void collect(Object value, List<Map<String, Object>> maps) {
    if (value instanceof Map<?, ?> map) {
      maps.add((Map<String, Object>) map);
      map.values().forEach(below -> collect(below, maps));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> collect(item, maps));
    }
  }

  private static String key(Map<String, Object> object) {
    Map<?, ?> metadata = metadata(object);
    Object namespace = metadata.get("namespace");
    boolean claim = "PersistentVolumeClaim".equals(object.get("kind"));
    return object.get("kind")
        + " "
        + (claim && (namespace == null || "".equals(namespace)) ? "shop" : namespace)
        + "/"
        + metadata.get("name");
  }

  private static Map<?, ?> metadata(Map<String, Object> object) {
    return object.get("metadata") instanceof Map<?, ?> metadata ? metadata : Map.of();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(String yaml) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object document : new Yaml().loadAll(yaml)) {
      objects.add((Map<String, Object>) document);
    }
    return objects;
  }
}
