package dev.fairlead.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The resources of one document of kind Storage, and the version of the cluster if it is known. */
public record Spec(
    String name,
    Optional<KubernetesVersion> kubernetes,
    List<Volume> volumes,
    List<Claim> claims,
    List<Workload> workloads) {
  /** The oldest version of Kubernetes that the resources are for. */
  public KubernetesVersion oldestKubernetes() {
    return kubernetes.orElse(KubernetesVersion.OLDEST_SUPPORTED);
  }

  /** The newest version of Kubernetes that the resources are for. */
  public KubernetesVersion newestKubernetes() {
    return kubernetes.orElse(KubernetesVersion.NEWEST_SUPPORTED);
  }

  /** All resources to print, in this order. The claim made for a volume follows the volume. */
  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    for (Volume volume : volumes) {
      resources.add(volume);
      if (volume.reservation().isPresent()) {
        resources.add(volume.reservation().get());
      }
    }
    resources.addAll(claims);
    for (Workload workload : workloads) {
      if (workload.existing().isEmpty()) {
        resources.add(workload);
      }
    }
    return resources;
  }
}
