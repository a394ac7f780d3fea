package dev.fairlead.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.fairlead.testing.Cli;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A healthy cluster with 10,000 volumes and claims of all sorts. */
class LargeDumpTest {
  private static final int COUNT = 10_000;
  private static final int NODES = 300;

  /** Each sort of pair in turn. Gaps: number, namespace, claim's uid, node, zone. */
  private static final List<String> SOURCES =
      List.of(
          "\"storageClassName\": \"gp3\", \"persistentVolumeReclaimPolicy\": \"Delete\", \"csi\":"
              + " {\"driver\": \"ebs.csi.aws.com\", \"volumeHandle\": \"vol-%1$s\"}, "
              + "\"nodeAffinity\": {\"required\": {\"nodeSelectorTerms\": [{\"matchExpressions\":"
              + " [{\"key\": \"topology.kubernetes.io/zone\", \"operator\": \"In\", \"values\":"
              + " [\"zone-%5$s\"]}]}]}}",
          "\"csi\": {\"driver\": \"ebs.csi.aws.com\", \"volumeHandle\": \"static-%1$s\"}",
          "\"nfs\": {\"server\": \"nfs.example.com\", \"path\": \"/share/%5$s\", \"readOnly\":"
              + " true}",
          "\"storageClassName\": \"local\", \"local\": {\"path\": \"/mnt/%1$s\"}, \"nodeAffinity\":"
              + " {\"required\": {\"nodeSelectorTerms\": [{\"matchExpressions\": [{\"key\":"
              + " \"kubernetes.io/hostname\", \"operator\": \"In\", \"values\":"
              + " [\"node-%4$s\"]}]}]}}");

  private static final String PAIR =
      """
      {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "pv-%1$s", "uid": "pv-%1$s",
        "annotations": {"pv.kubernetes.io/provisioned-by": "any"}},
        "spec": {"capacity": {"storage": "1Gi"}, "accessModes": ["%7$s"], "claimRef":
          {"namespace": "n%2$s", "name": "data-db%1$s-0", "uid": "%3$s"}, %6$s},
        "status": {"phase": "Bound"}},
      {"apiVersion": "v1", "kind": "PersistentVolumeClaim",
        "metadata": {"name": "data-db%1$s-0", "namespace": "n%2$s", "uid": "%3$s",
          "annotations": {"pv.kubernetes.io/bind-completed": "yes"}},
        "spec": {"accessModes": ["%7$s"], "resources": {"requests": {"storage": "1Gi"}},
          "storageClassName": "%8$s", "volumeName": "pv-%1$s"},
        "status": {"phase": "Bound"}},
      {"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "db%1$s", "namespace": "n%2$s"},
        "spec": {"replicas": 1, "template": {"spec": {"containers": []}}, "volumeClaimTemplates":
          [{"metadata": {"name": "data", "creationTimestamp": null}, "spec": {"accessModes": ["%7$s"],
            "resources": {"requests": {"storage": "1Gi"}}}, "status": {"phase": "Pending"}}]}},
      {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "db%1$s-0", "namespace": "n%2$s",
        "ownerReferences": [{"apiVersion": "apps/v1", "kind": "StatefulSet", "name": "db%1$s",
          "uid": "db", "controller": true}]},
        "spec": {"nodeName": "node-%4$s", "containers": [], "volumes": [{"name": "data",
          "persistentVolumeClaim": {"claimName": "data-db%1$s-0"}}]}, "status": {"phase": "Running"}},
      """;

  @Test
  void aHealthyClusterHasNoFindings() {
    byte[] dump = dump().getBytes(StandardCharsets.UTF_8);
    // Comparing each claim with each volume, or each volume with each node, takes minutes.
    assertTimeout(
        Duration.ofSeconds(60),
        () ->
            assertEquals(
                new Cli.Result(0, "", ""),
                Cli.run(List.of("doctor", "--unused", "-"), dump, Map.of())));
  }

  private static String dump() {
    StringBuilder items =
        new StringBuilder("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [");
    for (int i = 0; i < COUNT; i++) {
      int sort = i % SOURCES.size();
      Object[] gaps = {i, i % 97, "claim-" + i, i % NODES, i % 3, "", "", ""};
      gaps[5] = String.format(SOURCES.get(sort), gaps);
      gaps[6] = sort == 2 ? "ReadOnlyMany" : "ReadWriteOnce";
      gaps[7] = sort == 0 ? "gp3" : sort == 3 ? "local" : "";
      items.append(String.format(PAIR, gaps));
    }
    for (int i = 0; i < NODES; i++) {
      items.append(
          String.format(
              "{\"apiVersion\": \"v1\", \"kind\": \"Node\", \"metadata\": {\"name\": \"node-%1$s\","
                  + " \"labels\": {\"kubernetes.io/hostname\": \"node-%1$s\","
                  + " \"topology.kubernetes.io/zone\": \"zone-%2$s\"}}},\n",
              i, i % 3));
    }
    return items
        .append("{\"apiVersion\": \"storage.k8s.io/v1\", \"kind\": \"CSIDriver\",")
        .append(" \"metadata\": {\"name\": \"ebs.csi.aws.com\"}}]}\n")
        .toString();
  }
}
