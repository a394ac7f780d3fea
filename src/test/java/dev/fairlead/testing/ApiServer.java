package dev.fairlead.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Manifests as a cluster hands them back after {@code kubectl apply}: with what the API server, the
 * binder and controllers write into them.
 */
public final class ApiServer {
  private static final List<String> TEMPLATES =
      List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob");

  private final boolean applied;
  private final List<Map<String, Object>> objects = new ArrayList<>();
  private int count;

  private ApiServer(boolean applied) {
    this.applied = applied;
  }

  /**
   * What {@code kubectl get -o json} prints. With {@code applied}, kubectl apply has noted what it
   * got; without, as after {@code kubectl create}.
   */
  public static String dump(String manifests, boolean applied) {
    ApiServer server = new ApiServer(applied);
    for (Object document : new Yaml().loadAll(manifests)) {
      if (document != null) {
        server.objects.add(map(document));
      }
    }
    server.objects.forEach(server::store);
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("apiVersion", "v1");
    list.put("items", server.objects);
    list.put("kind", "List");
    list.put("metadata", Map.of("resourceVersion", ""));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(list);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  private static Map<String, Object> below(Map<String, Object> owner, String key) {
    return map(owner.computeIfAbsent(key, absent -> new LinkedHashMap<>()));
  }

  private void store(Map<String, Object> object) {
    String json = JsonMapper.shared().writeValueAsString(object);
    Map<String, Object> metadata = below(object, "metadata");
    Map<String, Object> spec = below(object, "spec");
    String kind = (String) object.get("kind");
    String uid = uid(object);
    if (applied) {
      below(metadata, "annotations")
          .put("kubectl.kubernetes.io/last-applied-configuration", json + "\n");
    }
    switch (kind) {
      case "PersistentVolume" -> volume(metadata, spec, object);
      case "PersistentVolumeClaim" -> claim(metadata, spec, object);
      default -> {
        if (TEMPLATES.contains(kind) || kind.equals("Pod")) {
          workload(kind, spec);
          object.put("status", new LinkedHashMap<>(Map.of("observedGeneration", 1)));
        }
      }
    }
    metadata.put("uid", uid);
    metadata.put("resourceVersion", String.valueOf(1000 + count++));
    metadata.put("creationTimestamp", "2026-01-02T03:04:05Z");
    metadata.put("generation", 1);
    metadata.put("managedFields", List.of(Map.of("manager", "kubectl", "operation", "Update")));
  }

  private static String uid(Map<String, Object> object) {
    Map<String, Object> metadata = below(object, "metadata");
    String name = object.get("kind") + "/" + metadata.get("namespace") + "/" + metadata.get("name");
    return java.util
        .UUID
        .nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private void volume(
      Map<String, Object> metadata, Map<String, Object> spec, Map<String, Object> object) {
    finalizer(metadata, "kubernetes.io/pv-protection");
    spec.remove("storageClassName", "");
    boolean bound = false;
    if (spec.get("claimRef") != null) {
      Map<String, Object> ref = map(spec.get("claimRef"));
      for (Map<String, Object> other : objects) {
        Map<String, Object> named = below(other, "metadata");
        bound |=
            "PersistentVolumeClaim".equals(other.get("kind"))
                && ref.get("name").equals(named.get("name"))
                && ref.get("namespace").equals(named.get("namespace"))
                && metadata.get("name").equals(below(other, "spec").get("volumeName"));
      }
      if (bound) {
        Map<String, Object> claim = new LinkedHashMap<>(Map.of("kind", "PersistentVolumeClaim"));
        claim.put("metadata", ref);
        ref.put("uid", uid(new LinkedHashMap<>(claim)));
        ref.put("resourceVersion", "77");
        below(metadata, "annotations").put("pv.kubernetes.io/bound-by-controller", "yes");
      }
    }
    if (spec.get("hostPath") != null) {
      map(spec.get("hostPath")).putIfAbsent("type", "");
    }
    if (spec.get("iscsi") != null) {
      map(spec.get("iscsi")).putIfAbsent("iscsiInterface", "default");
    }
    object.put("status", new LinkedHashMap<>(Map.of("phase", bound ? "Bound" : "Available")));
  }

  private void claim(
      Map<String, Object> metadata, Map<String, Object> spec, Map<String, Object> object) {
    finalizer(metadata, "kubernetes.io/pvc-protection");
    boolean bound = spec.get("volumeName") != null;
    if (bound) {
      below(metadata, "annotations").put("pv.kubernetes.io/bind-completed", "yes");
    }
    object.put("status", new LinkedHashMap<>(Map.of("phase", bound ? "Bound" : "Pending")));
  }

  private static void finalizer(Map<String, Object> metadata, String name) {
    List<Object> finalizers = new ArrayList<>(list(metadata.get("finalizers")));
    if (!finalizers.contains(name)) {
      finalizers.add(name);
    }
    metadata.put("finalizers", finalizers);
  }

  private static void workload(String kind, Map<String, Object> spec) {
    Map<String, Object> pod = spec;
    if (kind.equals("CronJob")) {
      spec.putIfAbsent("suspend", false);
      spec.putIfAbsent("successfulJobsHistoryLimit", 3);
      spec.putIfAbsent("failedJobsHistoryLimit", 1);
      pod = below(below(below(below(spec, "jobTemplate"), "spec"), "template"), "spec");
    } else if (!kind.equals("Pod")) {
      Map<String, Object> template = below(spec, "template");
      below(template, "metadata").put("creationTimestamp", null);
      pod = below(template, "spec");
    }
    switch (kind) {
      case "Deployment" -> {
        spec.putIfAbsent("revisionHistoryLimit", 10);
        spec.putIfAbsent("progressDeadlineSeconds", 600);
        spec.putIfAbsent("replicas", 1);
      }
      case "StatefulSet" -> {
        spec.putIfAbsent("revisionHistoryLimit", 10);
        spec.putIfAbsent("podManagementPolicy", "OrderedReady");
        for (Object item : list(spec.get("volumeClaimTemplates"))) {
          map(item).put("status", Map.of("phase", "Pending"));
        }
      }
      case "Job" -> {
        spec.putIfAbsent("completionMode", "NonIndexed");
        spec.putIfAbsent("suspend", false);
        spec.put("selector", map("controller-uid"));
        below(below(below(spec, "template"), "metadata"), "labels")
            .putAll(map("controller-uid", "job-name"));
      }
      default -> {}
    }
    pod(pod);
  }

  private static Map<String, Object> map(String label) {
    return new LinkedHashMap<>(Map.of("matchLabels", Map.of("batch.kubernetes.io/" + label, "x")));
  }

  private static Map<String, Object> map(String first, String second) {
    return new LinkedHashMap<>(
        Map.of("batch.kubernetes.io/" + first, "x", "batch.kubernetes.io/" + second, "y"));
  }

  private static void pod(Map<String, Object> pod) {
    pod.putIfAbsent("dnsPolicy", "ClusterFirst");
    pod.putIfAbsent("schedulerName", "default-scheduler");
    pod.putIfAbsent("securityContext", new LinkedHashMap<>());
    pod.putIfAbsent("terminationGracePeriodSeconds", 30);
    pod.putIfAbsent("restartPolicy", "Always");
    List<Object> containers = new ArrayList<>(list(pod.get("containers")));
    containers.addAll(list(pod.get("initContainers")));
    for (Object item : containers) {
      Map<String, Object> container = map(item);
      container.putIfAbsent("terminationMessagePath", "/dev/termination-log");
      container.putIfAbsent("terminationMessagePolicy", "File");
      container.putIfAbsent("resources", new LinkedHashMap<>());
      for (Object port : list(container.get("ports"))) {
        map(port).putIfAbsent("protocol", "TCP");
      }
    }
  }
}
