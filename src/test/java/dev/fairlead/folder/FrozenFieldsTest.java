package dev.fairlead.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that Kubernetes rejects: kind, spec before, spec after, reported fields. */
class FrozenFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // Volumes: the source, the mode, the node affinity.
        "PersistentVolume | nfs: {path: /a} | nfs: {path: /b} | spec.nfs.path",
        "PersistentVolume | nfs: {path: /a} | csi: {driver: d} | spec.nfs spec.csi",
        "PersistentVolume | csi: {driver: d} | csi: {driver: d, fsType: xfs} | spec.csi.fsType",
        "PersistentVolume | csi: {driver: d} | csi: {driver: d, controllerExpandSecretRef: {name:"
            + " a}} | -",
        "PersistentVolume | csi: {controllerExpandSecretRef: {name: a}} | csi:"
            + " {controllerExpandSecretRef: {name: b}} | spec.csi.controllerExpandSecretRef.name",
        "PersistentVolume | volumeMode: Block | volumeMode: Filesystem | spec.volumeMode",
        "PersistentVolume | a: b | {a: b, nodeAffinity: {required: {}}} | -",
        "PersistentVolume | nodeAffinity: {required: {x: [a]}} | nodeAffinity: {required: {x: [b]}}"
            + " | spec.nodeAffinity.required.x[0]",
        "PersistentVolume | nodeAffinity: {required: {}} | {} | spec.nodeAffinity",
        "PersistentVolume | claimRef: {name: a} | claimRef: {name: b} | spec.claimRef.name",
        "PersistentVolume | {} | claimRef: {name: b} | -",
        "PersistentVolume | capacity: {storage: 1Gi} | capacity: {storage: 2Gi} | -",
        "PersistentVolume | {accessModes: [a], mountOptions: [a], storageClassName: a} |"
            + " {accessModes: [b], mountOptions: [], storageClassName: b} | -",
        "PersistentVolume | persistentVolumeReclaimPolicy: Delete | persistentVolumeReclaimPolicy:"
            + " Retain | -",
        // Claims: everything except growth.
        "PersistentVolumeClaim | accessModes: [ReadWriteOnce] | accessModes: [ReadWriteMany] |"
            + " spec.accessModes[0]",
        "PersistentVolumeClaim | accessModes: [a] | accessModes: [a, b] | spec.accessModes",
        "PersistentVolumeClaim | volumeName: a | volumeName: b | spec.volumeName",
        "PersistentVolumeClaim | storageClassName: a | storageClassName: '' |"
            + " spec.storageClassName",
        "PersistentVolumeClaim | {storageClassName: a, resources: {requests: {storage: 1Gi}}} |"
            + " {storageClassName: a, resources: {requests: {storage: 2Gi}}} | -",
        "PersistentVolumeClaim | resources: {requests: {storage: 1Gi}} | resources: {requests:"
            + " {storage: 2Gi}} | -",
        "PersistentVolumeClaim | {storageClassName: a, resources: {requests: {storage: 2Gi}}} |"
            + " {storageClassName: a, resources: {requests: {storage: 1Gi}}} |"
            + " spec.resources.requests.storage",
        "PersistentVolumeClaim | {storageClassName: '', resources: {requests: {storage: 1Gi}}} |"
            + " {storageClassName: '', resources: {requests: {storage: 2Gi}}} |"
            + " spec.resources.requests.storage",
        "PersistentVolumeClaim | {storageClassName: '', resources: {requests: {storage: 1Gi}}} |"
            + " {storageClassName: '', resources: {requests: {storage: 1024Mi}}} | -",
        "PersistentVolumeClaim | volumeAttributesClassName: a | volumeAttributesClassName: b | -",
        "PersistentVolumeClaim | volumeAttributesClassName: a | {} |"
            + " spec.volumeAttributesClassName",
        // Pods and workloads.
        "StatefulSet | {replicas: 1, template: {a: b}} | {replicas: 2, template: {a: c},"
            + " updateStrategy: {type: OnDelete}} | -",
        "StatefulSet | {serviceName: a, volumeClaimTemplates: [{a: b}]} | {serviceName: b,"
            + " volumeClaimTemplates: [{a: c}]} | spec.serviceName spec.volumeClaimTemplates[0].a",
        "StatefulSet | {volumeClaimTemplates: [{a: b}]} | {volumeClaimTemplates: [{apiVersion: v1,"
            + " kind: PersistentVolumeClaim, a: b}]} | -",
        "StatefulSet | podManagementPolicy: Parallel | {} | spec.podManagementPolicy",
        "Deployment | {replicas: 1, selector: {matchLabels: {a: b}}} | {replicas: 2, selector:"
            + " {matchLabels: {a: c}}} | spec.selector.matchLabels.a",
        "DaemonSet | {template: {a: b}, selector: {matchLabels: {a: b}}} | {template: {a: c},"
            + " selector: {matchLabels: {a: b}}} | -",
        "Job | {parallelism: 1, template: {spec: {a: b}}} | {parallelism: 2, template: {spec: {a:"
            + " c}}} | spec.template.spec.a",
        "CronJob | {schedule: a, jobTemplate: {a: b}} | {schedule: b, jobTemplate: {a: c}} | -",
        "Pod | containers: [{image: a}] | {containers: [{image: b}], activeDeadlineSeconds: 5,"
            + " tolerations: [{a: b}]} | -",
        "Pod | {containers: [{image: a, command: [a]}], volumes: [{name: a}]} | {containers:"
            + " [{image: b, command: [b]}], volumes: [{name: b}]} | spec.containers[0].command[0]"
            + " spec.volumes[0].name",
        // Kinds that fairlead does not render.
        "ConfigMap | a: b | a: c | -",
      })
  void areReported(String kind, String before, String after, String expected) {
    List<Diagnostic> findings = findings(manifest(kind, before), manifest(kind, after));
    List<String> fields = findings.stream().map(f -> f.message().split(" ")[0]).toList();
    assertEquals(expected == null ? List.of() : List.of(expected.split(" ")), fields);
    assertTrue(findings.stream().allMatch(f -> f.code() == Code.FROZEN_FIELD));
    assertTrue(findings.stream().allMatch(f -> f.hint().isPresent()));
  }

  private static String manifest(String kind, String spec) {
    return Marker.line() + "kind: " + kind + "\nmetadata: {name: a}\nspec:\n  " + spec + "\n";
  }

  private static List<Diagnostic> findings(String before, String after) {
    return FrozenFields.findings(new Change(Change.Type.UPDATE, "a", "d/a", before, after));
  }

  @Test
  void havePositionsOfTheOldValues() {
    Diagnostic finding =
        findings(manifest("Job", "completions: 1"), manifest("Job", "completions: 2")).get(0);
    assertEquals("d/a:5:16", finding.span().toString());
  }

  @Test
  void aBrokenFileHasNone() {
    String good = manifest("PersistentVolumeClaim", "volumeName: a");
    for (String bad :
        List.of(
            "a: [",
            "",
            "- a",
            "a",
            "kind: [a]",
            "kind: PersistentVolumeClaim\nspec: 1",
            "kind: PersistentVolumeClaim",
            good + "---\na: b\n")) {
      findings(bad, good);
      findings(Marker.line() + bad, good);
      findings(good, bad);
    }
  }
}
