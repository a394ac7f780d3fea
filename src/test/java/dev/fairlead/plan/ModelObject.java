package dev.fairlead.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of the model cluster: maps and lists, as in JSON. */
record ModelObject(Map<String, Object> fields) {
  /** The words of kubectl for the kinds. */
  static final Map<String, String> RESOURCES =
      Map.ofEntries(
          Map.entry("PersistentVolume", "pv"),
          Map.entry("PersistentVolumeClaim", "pvc"),
          Map.entry("Pod", "pod"),
          Map.entry("Deployment", "deployment"),
          Map.entry("StatefulSet", "statefulset"),
          Map.entry("ReplicaSet", "replicaset"),
          Map.entry("CronJob", "cronjob"),
          Map.entry("Namespace", "namespace"),
          Map.entry("StorageClass", "storageclass"),
          Map.entry("Application", "applications.argoproj.io"),
          Map.entry("Kustomization", "kustomizations.kustomize.toolkit.fluxcd.io"),
          Map.entry("HelmRelease", "helmreleases.helm.toolkit.fluxcd.io"));

  String key() {
    return key(RESOURCES.getOrDefault(text("kind"), text("kind")), namespace(), name());
  }

  static String key(String resource, String namespace, String name) {
    return resource + "/" + namespace + "/" + name;
  }

  String name() {
    return text("metadata", "name");
  }

  String namespace() {
    return text("metadata", "namespace");
  }

  String uid() {
    return text("metadata", "uid");
  }

  String phase() {
    return text("status", "phase");
  }

  boolean isTerminating() {
    return !text("metadata", "deletionTimestamp").isEmpty();
  }

  /** The value at a path, or null. */
  Object get(String... path) {
    Object value = fields;
    for (String key : path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  /** The text at a path; empty if there is none. */
  String text(String... path) {
    Object value = get(path);
    return value == null ? "" : value.toString();
  }

  int number(int otherwise, String... path) {
    return get(path) instanceof Number number ? number.intValue() : otherwise;
  }

  @SuppressWarnings("unchecked")
  List<Object> list(String... path) {
    return get(path) instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** The maps in a list, as objects. */
  @SuppressWarnings("unchecked")
  List<ModelObject> objects(String... path) {
    return list(path).stream().map(item -> new ModelObject((Map<String, Object>) item)).toList();
  }

  /** Sets the value at a path, or removes it if the value is null. */
  @SuppressWarnings("unchecked")
  void set(Object value, String... path) {
    Map<String, Object> owner = fields;
    for (int i = 0; i < path.length - 1; i++) {
      owner =
          (Map<String, Object>)
              owner.computeIfAbsent(path[i], absent -> new LinkedHashMap<String, Object>());
    }
    if (value == null) {
      owner.remove(path[path.length - 1]);
    } else {
      owner.put(path[path.length - 1], value);
    }
  }

  ModelObject copy() {
    return new ModelObject(map(copy(fields)));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  static Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(key.toString(), copy(item)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    return value;
  }

  /** Merges a JSON merge patch (RFC 7396). */
  static Object merge(Object target, Object patch) {
    if (!(patch instanceof Map<?, ?> changes)) {
      return copy(patch);
    }
    Map<String, Object> merged =
        target instanceof Map<?, ?> ? map(copy(target)) : new LinkedHashMap<>();
    changes.forEach(
        (key, value) -> {
          if (value == null) {
            merged.remove(key.toString());
          } else {
            merged.put(key.toString(), merge(merged.get(key.toString()), value));
          }
        });
    return merged;
  }
}
