package dev.fairlead.editor;

import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Drivers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The keys of node labels that volumes often name. Others are accepted too. */
final class TopologyKeys {
  private static final List<String> OF_KUBERNETES =
      List.of(
          "topology.kubernetes.io/zone", "topology.kubernetes.io/region", "kubernetes.io/hostname");

  private TopologyKeys() {}

  /** Makes editors offer the keys in {@code topology}. */
  static void offerIn(ObjectNode schema) {
    ObjectNode topology = (ObjectNode) schema.get("definitions").get("topology");
    JsonNode anyKey = topology.get("propertyNames");
    ArrayNode keys = JsonMapper.shared().createArrayNode();
    OF_KUBERNETES.forEach(keys::add);
    ofDrivers().forEach(keys::add);
    ArrayNode accepted = topology.putObject("propertyNames").putArray("anyOf");
    accepted.add(anyKey);
    accepted.addObject().set("enum", keys);
  }

  private static Set<String> ofDrivers() {
    Set<String> keys = new TreeSet<>();
    for (String name : Drivers.names()) {
      Drivers.of(name)
          .map(Driver::facts)
          .orElseThrow()
          .mapping("topology")
          .strings("keys")
          .forEach(key -> keys.add(key.value()));
    }
    keys.removeAll(OF_KUBERNETES);
    return keys;
  }
}
