package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.model.Quantity;
import dev.fairlead.testing.Cli;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every valid spec renders to manifests with consistent references: claims and volumes point at
 * each other and agree, pods find their claims, and mounts find their volumes.
 */
class ReferencesTest {
  private static final int COUNT = 600;
  private final Random random = new Random(11);

  @Test
  void everythingThatIsNamedIsThere() {
    int pairs = 0;
    int passed = 0;
    for (int i = 0; i < COUNT; i++) {
      String spec = spec();
      Cli.Result result = Cli.run(List.of("render", "--output", "json", "-"), spec);
      assertFalse(result.err().contains("bug"), () -> result.err() + spec);
      if (result.code() == 0) {
        passed++;
        Cli.Result verified = Cli.run(List.of("verify", "-"), result.out());
        assertEquals(0, verified.code(), () -> verified.out() + spec);
        pairs += check(JsonMapper.shared().readTree(result.out()).get("items"), spec);
      }
    }
    assertTrue(passed > COUNT / 2, passed + " passed");
    assertTrue(pairs > COUNT, pairs + " pairs");
  }

  private static int check(JsonNode items, String spec) {
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode item : items) {
      String id = id(item.get("kind").stringValue(), item.get("metadata"));
      assertFalse(byId.containsKey(id), () -> id + " twice in\n" + spec);
      byId.put(id, item);
    }
    int pairs = 0;
    for (JsonNode item : items) {
      JsonNode podSpec = podSpec(item);
      if (item.get("kind").stringValue().equals("PersistentVolumeClaim")) {
        JsonNode name = item.at("/spec/volumeName");
        JsonNode volume = byId.get("PersistentVolume /" + name.asString(""));
        if (volume != null) {
          pair(volume, item, spec);
          pairs++;
        }
      } else if (!podSpec.isMissingNode()) {
        pod(item, podSpec, byId, spec);
      }
    }
    return pairs;
  }

  private static void pair(JsonNode volume, JsonNode claim, String spec) {
    JsonNode ref = volume.at("/spec/claimRef");
    assertEquals(claim.at("/metadata/name"), ref.get("name"), spec);
    assertEquals(claim.at("/metadata/namespace"), ref.get("namespace"), spec);
    assertFalse(ref.has("uid"));
    assertFalse(volume.at("/metadata").has("namespace"));
    for (String field : List.of("storageClassName", "volumeMode", "volumeAttributesClassName")) {
      assertEquals(volume.get("spec").get(field), claim.get("spec").get(field), field + spec);
    }
    assertNotNull(claim.get("spec").get("storageClassName"));
    assertTrue(
        strings(volume.at("/spec/accessModes"))
            .containsAll(strings(claim.at("/spec/accessModes"))));
    Quantity capacity = quantity(volume.at("/spec/capacity/storage"));
    assertTrue(capacity.compareTo(quantity(claim.at("/spec/resources/requests/storage"))) >= 0);
  }

  private static void pod(
      JsonNode item, JsonNode podSpec, Map<String, JsonNode> byId, String spec) {
    String namespace = item.at("/metadata/namespace").stringValue();
    Map<String, String> modes = new HashMap<>();
    Set<String> claims = new HashSet<>();
    for (JsonNode volume : podSpec.path("volumes")) {
      String claim = volume.at("/persistentVolumeClaim/claimName").stringValue();
      assertTrue(claims.add(claim), spec);
      assertTrue(volume.get("name").stringValue().matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
      JsonNode made = byId.get("PersistentVolumeClaim " + namespace + "/" + claim);
      boolean external = claim.startsWith("external") || claim.startsWith("elsewhere");
      assertTrue(made != null || external, () -> claim + " is missing in\n" + spec);
      String mode =
          (made == null ? boundVolume(byId, claim) : made)
              .at("/spec/volumeMode")
              .asString("Filesystem");
      assertEquals(null, modes.put(volume.get("name").stringValue(), mode), spec);
    }
    for (JsonNode container : podSpec.get("containers")) {
      Set<String> paths = new HashSet<>();
      for (JsonNode mount : container.path("volumeMounts")) {
        assertTrue(paths.add(mount.get("mountPath").stringValue()), spec);
        assertTrue(modes.containsKey(mount.get("name").stringValue()), spec);
      }
      for (JsonNode device : container.path("volumeDevices")) {
        assertEquals("Block", modes.get(device.get("name").stringValue()), spec);
      }
    }
  }

  /** The volume that points at a claim which is not rendered. */
  private static JsonNode boundVolume(Map<String, JsonNode> byId, String claim) {
    return byId.values().stream()
        .filter(item -> item.at("/spec/claimRef/name").asString("").equals(claim))
        .findFirst()
        .orElse(JsonMapper.shared().createObjectNode());
  }

  private static JsonNode podSpec(JsonNode item) {
    return switch (item.get("kind").stringValue()) {
      case "Pod" -> item.at("/spec");
      case "CronJob" -> item.at("/spec/jobTemplate/spec/template/spec");
      case "PersistentVolume", "PersistentVolumeClaim" -> item.at("/none");
      default -> item.at("/spec/template/spec");
    };
  }

  private static String id(String kind, JsonNode metadata) {
    return kind
        + " "
        + metadata.path("namespace").asString("")
        + "/"
        + metadata.get("name").stringValue();
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }

  private static Quantity quantity(JsonNode node) {
    return Quantity.parse(node.asString()).orElseThrow();
  }

  /** A well-formed spec that is usually valid. */
  private String spec() {
    StringBuilder out = new StringBuilder("apiVersion: fairlead.dev/v1\nkind: Storage\n");
    out.append("metadata: {name: random").append(maybe(", namespace: shop")).append("}\n");
    out.append("defaults: {storage: 8Gi").append(maybe(", storageClassName: fast"));
    out.append(maybe(", accessModes: [ReadWriteMany, ReadOnlyMany]")).append("}\nvolumes:\n");
    int volumes = 1 + random.nextInt(4);
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < volumes; i++) {
      String name = random.nextInt(6) == 0 ? "v." + i + "x".repeat(80) : "v" + i;
      boolean csi = random.nextBoolean();
      out.append("- {name: ").append(name);
      out.append(maybe(", storage: 4Gi")).append(maybe(", storageClassName: slow"));
      out.append(
          csi
              ? ", csi: {driver: d, volumeHandle: h" + i + "}"
              : ", nfs: {server: s, path: /" + i + "}");
      out.append(csi ? maybe(", volumeMode: Block") : maybe(", accessModes: [ReadOnlyMany]"));
      out.append(csi ? maybe(", volumeAttributesClassName: gold") : "");
      switch (random.nextInt(6)) {
        case 0 -> out.append(", reserve: true");
        case 1 -> out.append(", reserve: {name: mine").append(i).append(", storage: 1Gi}");
        case 2 -> out.append(", bindTo: elsewhere").append(i);
        case 3 ->
            claims.add("- {name: c" + i + ", volume: " + name + maybe(", storage: 2Gi") + "}\n");
        default -> {}
      }
      out.append("}\n");
    }
    if (!claims.isEmpty()) {
      out.append("claims:\n").append(String.join("", claims));
    }
    workloads(out, volumes);
    return out.toString();
  }

  private void workloads(StringBuilder out, int volumes) {
    String text = out.toString();
    out.append("workloads:\n");
    for (String kind : List.of("Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob")) {
      if (random.nextInt(3) > 0) {
        continue;
      }
      out.append("- {name: w, kind: ").append(kind);
      out.append(kind.equals("CronJob") ? ", schedule: '@daily'" : "").append(", containers: [");
      for (int c = 0; c <= random.nextInt(2); c++) {
        out.append("{name: c").append(c).append(", image: i, mounts: {");
        for (int m = 0; m <= random.nextInt(4); m++) {
          int v = random.nextInt(volumes);
          String name = text.contains("name: v" + v + ",") ? "v" + v : "v." + v + "x".repeat(80);
          out.append("/").append(m).append(": ");
          switch (random.nextInt(5)) {
            case 0 -> out.append("{claim: external").append(m).append("}, ");
            case 1 -> out.append("{volume: ").append(name).append("}, ");
            default -> out.append(name).append(", ");
          }
        }
        out.append("}}, ");
      }
      out.append("]}\n");
    }
    out.append("- {name: last, containers: [{name: a, image: i}]}\n");
  }

  private String maybe(String text) {
    return random.nextInt(3) == 0 ? text : "";
  }
}
