package dev.fairlead.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The controllers of Deployments, StatefulSets and DaemonSets, the scheduler and the kubelets. */
final class ModelWorkloads {
  private final ModelCluster cluster;

  ModelWorkloads(ModelCluster cluster) {
    this.cluster = cluster;
  }

  /** The pods on nodes that mount a claim. */
  List<ModelObject> pods(ModelObject claim) {
    return wanting(claim).stream().filter(pod -> !pod.text("spec", "nodeName").isEmpty()).toList();
  }

  /** Whether a pod waits for the claim. */
  boolean isWanted(ModelObject claim) {
    return !wanting(claim).isEmpty();
  }

  private List<ModelObject> wanting(ModelObject claim) {
    return cluster.all("pod").stream()
        .filter(pod -> pod.namespace().equals(claim.namespace()))
        .filter(pod -> claims(pod).contains(claim.name()))
        .toList();
  }

  static List<String> claims(ModelObject pod) {
    List<String> claims = new ArrayList<>();
    for (ModelObject volume : pod.objects("spec", "volumes")) {
      String name = volume.text("persistentVolumeClaim", "claimName");
      if (!name.isEmpty()) {
        claims.add(name);
      }
    }
    return claims;
  }

  boolean sync(ModelObject object) {
    return switch (object.text("kind")) {
      case "Deployment" -> deployment(object);
      case "ReplicaSet", "StatefulSet" -> pods(object, object.number(1, "spec", "replicas"));
      // The model has one node.
      case "DaemonSet" -> pods(object, 1);
      case "Pod" -> pod(object);
      default -> false;
    };
  }

  private boolean deployment(ModelObject deployment) {
    List<ModelObject> sets = ownedBy("replicaset", deployment);
    Object replicas = deployment.number(1, "spec", "replicas");
    if (sets.isEmpty()) {
      ModelObject made = owned("apps/v1", "ReplicaSet", deployment, deployment.name() + "-rs");
      made.set(replicas, "spec", "replicas");
      made.set(ModelObject.copy(deployment.get("spec", "selector")), "spec", "selector");
      made.set(ModelObject.copy(deployment.get("spec", "template")), "spec", "template");
      cluster.put(made);
      return true;
    }
    ModelObject set = sets.get(0);
    if (!replicas.equals(set.get("spec", "replicas"))
        || !deployment.get("spec", "template").equals(set.get("spec", "template"))) {
      ModelObject changed = set.copy();
      changed.set(replicas, "spec", "replicas");
      changed.set(ModelObject.copy(deployment.get("spec", "template")), "spec", "template");
      cluster.store(changed);
      return true;
    }
    return false;
  }

  /** The objects that a controller owns. */
  List<ModelObject> ownedBy(String resource, ModelObject owner) {
    return cluster.all(resource).stream()
        .filter(object -> object.namespace().equals(owner.namespace()))
        .filter(
            object ->
                object.objects("metadata", "ownerReferences").stream()
                    .anyMatch(reference -> reference.text("uid").equals(owner.uid())))
        .toList();
  }

  private static ModelObject owned(String version, String kind, ModelObject owner, String name) {
    ModelObject made = new ModelObject(new LinkedHashMap<>());
    made.set(version, "apiVersion");
    made.set(kind, "kind");
    made.set(name, "metadata", "name");
    made.set(owner.namespace(), "metadata", "namespace");
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("apiVersion", owner.text("apiVersion"));
    reference.put("kind", owner.text("kind"));
    reference.put("name", owner.name());
    reference.put("uid", owner.uid());
    reference.put("controller", true);
    made.set(new ArrayList<>(List.of(reference)), "metadata", "ownerReferences");
    return made;
  }

  /** Pods get a number, those of a StatefulSet that of their claim. */
  private boolean pods(ModelObject set, int replicas) {
    boolean changed = false;
    List<ModelObject> pods = ownedBy("pod", set);
    for (int i = 0; i < pods.size(); i++) {
      ModelObject pod = pods.get(i);
      int ordinal = set.text("kind").equals("StatefulSet") ? ordinal(pod) : i;
      if (!pod.isTerminating() && (ordinal >= replicas || isOld(pod, set, ordinal))) {
        ModelObject marked = pod.copy();
        marked.set("2026-11-27T00:00:00Z", "metadata", "deletionTimestamp");
        cluster.store(marked);
        changed = true;
      }
    }
    for (int i = 0; i < replicas && ownedBy("pod", set).size() < replicas; i++) {
      String name = set.name() + "-" + i;
      if (cluster.find("pod", set.namespace(), name) == null) {
        cluster.put(newPod(set, name, i));
        changed = true;
      }
    }
    return changed;
  }

  private static int ordinal(ModelObject pod) {
    return Integer.parseInt(pod.name().substring(pod.name().lastIndexOf('-') + 1));
  }

  /** How many pods of a workload run. */
  int running(ModelObject workload) {
    List<ModelObject> owners =
        workload.text("kind").equals("Deployment")
            ? ownedBy("replicaset", workload)
            : List.of(workload);
    return (int)
        owners.stream()
            .flatMap(owner -> ownedBy("pod", owner).stream())
            .filter(pod -> pod.phase().equals("Running") && !pod.isTerminating())
            .count();
  }

  private boolean isOld(ModelObject pod, ModelObject set, int ordinal) {
    return !pod.get("spec", "volumes").equals(volumes(set, ordinal));
  }

  private ModelObject newPod(ModelObject set, String name, int ordinal) {
    ModelObject pod = owned("v1", "Pod", set, name);
    pod.set(
        ModelObject.copy(set.get("spec", "template", "metadata", "labels")), "metadata", "labels");
    pod.set(volumes(set, ordinal), "spec", "volumes");
    pod.set("Pending", "status", "phase");
    for (ModelObject template : set.objects("spec", "volumeClaimTemplates")) {
      String claim = template.name() + "-" + set.name() + "-" + ordinal;
      if (cluster.find("pvc", set.namespace(), claim) == null) {
        ModelObject made = template.copy();
        made.set("v1", "apiVersion");
        made.set("PersistentVolumeClaim", "kind");
        made.set(claim, "metadata", "name");
        made.set(set.namespace(), "metadata", "namespace");
        cluster.put(made);
      }
    }
    return pod;
  }

  private static List<Object> volumes(ModelObject set, int ordinal) {
    List<Object> volumes = new ArrayList<>();
    ModelObject.map(set.get("spec", "template", "spec"));
    Object written = ModelObject.copy(set.get("spec", "template", "spec", "volumes"));
    if (written instanceof List<?> list) {
      volumes.addAll(list);
    }
    for (ModelObject template : set.objects("spec", "volumeClaimTemplates")) {
      ModelObject volume = new ModelObject(new LinkedHashMap<>());
      volume.set(template.name(), "name");
      volume.set(
          template.name() + "-" + set.name() + "-" + ordinal, "persistentVolumeClaim", "claimName");
      volumes.add(volume.fields());
    }
    return volumes;
  }

  private boolean pod(ModelObject pod) {
    if (pod.isTerminating()) {
      cluster.remove(pod);
      return true;
    }
    if (!pod.text("spec", "nodeName").isEmpty()) {
      return false;
    }
    for (String name : claims(pod)) {
      ModelObject claim = cluster.find("pvc", pod.namespace(), name);
      if (claim == null || claim.isTerminating() || !claim.phase().equals("Bound")) {
        return false;
      }
    }
    pod.set("node-1", "spec", "nodeName");
    pod.set("Running", "status", "phase");
    cluster.store(pod);
    return true;
  }
}
