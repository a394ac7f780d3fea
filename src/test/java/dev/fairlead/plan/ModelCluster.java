package dev.fairlead.plan;

import dev.fairlead.model.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/**
 * The API server of the model cluster: what it stores, what it fills in and what it rejects. The
 * rules are written from Kubernetes' validation, apart from those of fairlead.
 */
final class ModelCluster {
  /** The API server says no. */
  static final class Rejected extends Exception {
    private static final long serialVersionUID = 1;

    Rejected(String message) {
      super(message);
    }
  }

  private static final Set<String> SOURCES =
      Set.of("csi", "nfs", "local", "gcePersistentDisk", "awsElasticBlockStore", "hostPath");

  final Map<String, ModelObject> objects = new TreeMap<>();

  /** Disks that are gone for good. */
  final Set<String> deletedDisks = new HashSet<>();

  private int uids;
  private int versions;

  ModelCluster copy() {
    ModelCluster copy = new ModelCluster();
    objects.forEach((key, object) -> copy.objects.put(key, object.copy()));
    copy.deletedDisks.addAll(deletedDisks);
    copy.uids = uids;
    copy.versions = versions;
    return copy;
  }

  List<ModelObject> all(String resource) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(resource + "/"))
        .map(Map.Entry::getValue)
        .toList();
  }

  ModelObject find(String resource, String namespace, String name) {
    return objects.get(ModelObject.key(resource, namespace, name));
  }

  /** The disk of a volume. An in-tree disk is that of its CSI driver. */
  static String disk(ModelObject volume) {
    if (volume.get("spec", "gcePersistentDisk") != null) {
      return "pd.csi.storage.gke.io "
          + "projects/UNSPECIFIED/zones/europe-west1-b/disks/"
          + volume.text("spec", "gcePersistentDisk", "pdName");
    }
    if (volume.get("spec", "csi") != null) {
      return volume.text("spec", "csi", "driver")
          + " "
          + volume.text("spec", "csi", "volumeHandle");
    }
    if (volume.get("spec", "nfs") != null) {
      return volume.text("spec", "nfs", "server") + " " + volume.text("spec", "nfs", "path");
    }
    return volume.text("spec", "local", "path");
  }

  /** All objects that kubectl would print, as a List. */
  Map<String, Object> dump() {
    List<Object> items = new ArrayList<>();
    objects.values().forEach(object -> items.add(ModelObject.copy(object.fields())));
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("apiVersion", "v1");
    list.put("kind", "List");
    list.put("items", items);
    return list;
  }

  static List<ModelObject> read(String yaml) {
    List<ModelObject> objects = new ArrayList<>();
    for (Object document : new Yaml().loadAll(yaml)) {
      Map<String, Object> root = ModelObject.map(ModelObject.copy(document));
      if (root.get("items") instanceof List<?> items) {
        items.forEach(item -> objects.add(new ModelObject(ModelObject.map(item))));
      } else {
        objects.add(new ModelObject(root));
      }
    }
    return objects;
  }

  void create(ModelObject object) throws Rejected {
    if (objects.containsKey(object.key())) {
      throw new Rejected(object.key() + " already exists");
    }
    if (!object.namespace().isEmpty() && find("namespace", "", object.namespace()) == null) {
      throw new Rejected("namespace " + object.namespace() + " not found");
    }
    put(object);
  }

  /** Stores an object of a dump as it is. */
  void adopt(ModelObject object) {
    objects.put(object.key(), object);
    versions = Math.max(versions, object.text("metadata", "resourceVersion").isEmpty() ? 0 : 1000);
  }

  /** Stores a new object with what the API server fills in. */
  void put(ModelObject object) {
    object.set("u" + ++uids, "metadata", "uid");
    object.set("" + ++versions, "metadata", "resourceVersion");
    switch (object.text("kind")) {
      case "PersistentVolume" -> {
        object.set(
            new ArrayList<>(List.of("kubernetes.io/pv-protection")), "metadata", "finalizers");
        setDefault(object, "Retain", "spec", "persistentVolumeReclaimPolicy");
        setDefault(object, "Filesystem", "spec", "volumeMode");
        setDefault(object, "Pending", "status", "phase");
      }
      case "PersistentVolumeClaim" -> {
        object.set(
            new ArrayList<>(List.of("kubernetes.io/pvc-protection")), "metadata", "finalizers");
        setDefault(object, "Filesystem", "spec", "volumeMode");
        setDefault(object, "Pending", "status", "phase");
      }
      default -> {}
    }
    objects.put(object.key(), object);
  }

  private static void setDefault(ModelObject object, String value, String... path) {
    if (object.get(path) == null) {
      object.set(value, path);
    }
  }

  void update(ModelObject after) throws Rejected {
    ModelObject before = objects.get(after.key());
    if (before == null) {
      throw new Rejected(after.key() + " not found");
    }
    if (!before
            .text("metadata", "resourceVersion")
            .equals(after.text("metadata", "resourceVersion"))
        || !before.uid().equals(after.uid())) {
      throw new Rejected("the object has been modified");
    }
    switch (after.text("kind")) {
      case "PersistentVolume" -> checkVolume(before, after);
      case "PersistentVolumeClaim" -> checkClaim(before, after);
      default -> {}
    }
    store(after);
  }

  /** Stores a change of a controller. */
  void store(ModelObject after) {
    after.set("" + ++versions, "metadata", "resourceVersion");
    objects.put(after.key(), after);
  }

  private static void checkVolume(ModelObject before, ModelObject after) throws Rejected {
    for (String source : SOURCES) {
      if (!Objects.equals(before.get("spec", source), after.get("spec", source))) {
        throw new Rejected("spec.persistentvolumesource is immutable after creation");
      }
    }
    if (!Objects.equals(before.get("spec", "volumeMode"), after.get("spec", "volumeMode"))) {
      throw new Rejected("spec.volumeMode is immutable");
    }
    Object affinity = before.get("spec", "nodeAffinity");
    if (affinity != null && !affinity.equals(after.get("spec", "nodeAffinity"))) {
      throw new Rejected("spec.nodeAffinity is immutable");
    }
  }

  private void checkClaim(ModelObject before, ModelObject after) throws Rejected {
    ModelObject allowed = before.copy();
    if (before.text("spec", "volumeName").isEmpty()) {
      allowed.set(after.get("spec", "volumeName"), "spec", "volumeName");
    }
    long grown = bytes(after.text("spec", "resources", "requests", "storage"));
    long size = bytes(before.text("spec", "resources", "requests", "storage"));
    if (grown > size) {
      ModelObject storageClass = find("storageclass", "", before.text("spec", "storageClassName"));
      if (storageClass == null || storageClass.get("allowVolumeExpansion") != Boolean.TRUE) {
        throw new Rejected("only dynamically provisioned pvc can be resized");
      }
      if (!before.phase().equals("Bound")) {
        throw new Rejected("spec is immutable except for bound claims");
      }
      allowed.set(
          after.get("spec", "resources", "requests", "storage"),
          "spec",
          "resources",
          "requests",
          "storage");
    }
    if (!Objects.equals(allowed.get("spec"), after.get("spec"))) {
      throw new Rejected("spec is immutable after creation");
    }
  }

  static long bytes(String quantity) {
    return Quantity.parse(quantity).map(Quantity::bytes).orElse(0L);
  }

  void delete(String key, String uid) throws Rejected {
    ModelObject object = objects.get(key);
    if (object == null) {
      throw new Rejected(key + " not found");
    }
    if (!object.uid().equals(uid)) {
      throw new Rejected("the UID in the precondition does not match");
    }
    ModelObject marked = object.copy();
    marked.set("2026-11-27T00:00:00Z", "metadata", "deletionTimestamp");
    store(marked);
  }

  void remove(ModelObject object) {
    objects.remove(object.key());
  }
}
