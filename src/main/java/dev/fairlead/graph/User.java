package dev.fairlead.graph;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A workload that mounts claims.
 *
 * @param claims the claims that its pods mount by name
 * @param bases the names without ordinal of the claims that a StatefulSet makes
 */
record User(
    String kind,
    String namespace,
    String name,
    String detail,
    Set<ClaimRef> claims,
    List<ClaimRef> bases,
    Span place) {

  static User of(Workload workload) {
    return of(workload, workload.namespace(), workload.metadata().name().span());
  }

  private static User of(Workload workload, String namespace, Span place) {
    Set<ClaimRef> claims = new LinkedHashSet<>();
    for (Mapping volume : workload.podSpec().mappings("volumes")) {
      String name = volume.mapping("persistentVolumeClaim").stringOr("claimName", "");
      // https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
      if (workload.kind() == WorkloadKind.POD && volume.has("ephemeral")) {
        name = workload.name() + "-" + volume.stringOr("name", "");
      }
      if (!name.isEmpty()) {
        claims.add(new ClaimRef(namespace, name));
      }
    }
    List<ClaimRef> bases = new ArrayList<>();
    if (workload.kind() == WorkloadKind.STATEFUL_SET) {
      for (Mapping template : workload.spec().mappings("volumeClaimTemplates")) {
        String name = template.mapping("metadata").stringOr("name", "");
        bases.add(new ClaimRef(namespace, name + "-" + workload.name()));
      }
    }
    Optional<String> replicas = workload.spec().text("replicas");
    return new User(
        workload.kind().toString(),
        namespace,
        workload.name(),
        replicas.map(count -> "replicas: " + count + " · ").orElse(""),
        claims,
        bases,
        place);
  }

  /** The workloads of a dump. Pods count as their controllers, as far as the dump has these. */
  static List<User> of(Dump dump) {
    Map<LiveWorkload, User> roots = new IdentityHashMap<>();
    List<User> users = new ArrayList<>();
    for (LiveWorkload live : dump.workloads()) {
      if (dump.controller(live).isEmpty()) {
        User user = of(live.model(), live.claimNamespace(), live.place());
        roots.put(live, user);
        users.add(user);
      }
    }
    for (LiveWorkload live : dump.workloads()) {
      User root = roots.get(dump.root(live));
      if (root != null) {
        root.claims().addAll(live.claims());
      }
    }
    return users;
  }
}
