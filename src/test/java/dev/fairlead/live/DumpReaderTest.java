package dev.fairlead.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.SpecInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DumpReaderTest {
  private static final ClaimRef DATA = new ClaimRef("shop", "data");

  private static Dump read(Set<LiveKind> complete, String... texts) {
    Diagnostics diagnostics = new Diagnostics();
    List<SpecInput> inputs = new ArrayList<>();
    for (String text : texts) {
      inputs.add(new SpecInput("dump-" + inputs.size(), text.getBytes(StandardCharsets.UTF_8)));
    }
    Dump dump = new DumpInput(complete, diagnostics).read(inputs);
    assertEquals(List.of(), diagnostics.sorted());
    return dump;
  }

  private static String claim(String namespace, String version, String phase) {
    return """
    {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "data",
      "namespace": "%s", "resourceVersion": "%s", "finalizers": ["kubernetes.io/pvc-protection"]},
      "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1181116006401m"}}},
      "status": {"phase": "%s"}}
    """
        .formatted(namespace, version, phase);
  }

  @Test
  void ofAnObjectThatIsThereTwiceTheNewerStateCounts() {
    for (List<String> order : List.of(List.of("9", "10"), List.of("10", "9"))) {
      Dump dump =
          read(
              Set.of(),
              claim("shop", order.get(0), order.get(0).equals("10") ? "Bound" : "Pending"),
              claim("shop", order.get(1), order.get(1).equals("10") ? "Bound" : "Pending"));
      assertEquals(1, dump.claims().size());
      assertEquals("Bound", dump.claim(DATA).orElseThrow().phase());
    }
  }

  @Test
  void onlyWhatIsThereIsKnown() {
    Dump one = read(Set.of(LiveKind.NODE), claim("shop", "1", "Bound"));
    assertTrue(one.knows(LiveKind.PERSISTENT_VOLUME_CLAIM));
    assertTrue(one.knows(LiveKind.NODE));
    assertFalse(one.knows(LiveKind.PERSISTENT_VOLUME));
    assertTrue(one.knows(LiveKind.PERSISTENT_VOLUME_CLAIM, "shop"));
    assertFalse(one.knows(LiveKind.PERSISTENT_VOLUME_CLAIM, "blog"));
    Dump two = read(Set.of(), claim("shop", "1", "Bound"), claim("wiki", "1", "Bound"));
    assertTrue(two.knows(LiveKind.PERSISTENT_VOLUME_CLAIM, "blog"));
  }

  @Test
  void aSizeWithThousandthsOfAByteIsRoundedUp() {
    LiveClaim claim = read(Set.of(), claim("shop", "1", "Bound")).claims().get(0);
    assertEquals(1181116007L, claim.model().orElseThrow().request().value().bytes());
    assertEquals(List.of("kubernetes.io/pvc-protection"), claim.finalizers());
  }

  @Test
  void usersOfAClaim() {
    Dump dump =
        read(
            Set.of(),
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Pod
              metadata:
                name: web-1-x
                namespace: shop
                ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, controller: true}]
              spec: {volumes: [{name: d, persistentVolumeClaim: {claimName: data}}, {name: tmp, ephemeral: {}}]}
            - apiVersion: apps/v1
              kind: ReplicaSet
              metadata:
                name: web-1
                namespace: shop
                ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]
              spec: {template: {spec: {volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]}}}
            - apiVersion: apps/v1
              kind: Deployment
              metadata: {name: web, namespace: shop}
              spec: {replicas: 3, template: {spec: {volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]}}}
            - apiVersion: apps/v1
              kind: StatefulSet
              metadata: {name: db, namespace: shop}
              spec: {volumeClaimTemplates: [{metadata: {name: data, creationTimestamp: null}}]}
            - {apiVersion: v1, kind: Secret, metadata: {name: x, namespace: shop}}
            """);
    assertEquals(
        List.of("web-1-x", "web-1", "web"), dump.users(DATA).stream().map(Live::name).toList());
    LiveWorkload pod = dump.pods(DATA).get(0);
    assertEquals("web", dump.root(pod).name());
    assertEquals(3, dump.root(pod).replicas());
    assertEquals(Optional.of("web-1"), dump.controller(pod).map(Live::name));
    assertEquals(1, dump.pods(new ClaimRef("shop", "web-1-x-tmp")).size());
    assertEquals("db", dump.makers(new ClaimRef("shop", "data-db-12")).get(0).name());
    assertEquals(List.of(), dump.makers(new ClaimRef("shop", "data-db")));
    assertEquals(List.of(), dump.users(new ClaimRef("blog", "data")));
    assertEquals(Map.of("Secret", 1), dump.others());
  }

  @Test
  void namesOfKubectl() {
    for (String name : List.of("pvc", "PersistentVolumeClaims", "persistentvolumeclaim")) {
      assertEquals(Optional.of(LiveKind.PERSISTENT_VOLUME_CLAIM), LiveKind.ofKubectl(name));
    }
    assertEquals(Optional.empty(), LiveKind.ofKubectl("secrets"));
  }
}
