package dev.fairlead.driver;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * Which nodes reach the disks of a driver.
 *
 * @param of what a disk is in: a zone, a region, a location or a node
 * @param keys the labels of nodes that name it, the one to write first
 * @param needed whether a disk is unreachable from everywhere else
 */
public record Topology(String of, List<String> keys, boolean needed) {
  static Topology of(Mapping json) {
    List<String> keys = new ArrayList<>();
    for (Located<String> key : json.strings("keys")) {
      keys.add(key.value());
    }
    return new Topology(json.stringOr("of", ""), List.copyOf(keys), json.isTrue("needed"));
  }
}
