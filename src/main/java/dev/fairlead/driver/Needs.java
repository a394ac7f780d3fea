package dev.fairlead.driver;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * What a driver needs to mount a volume.
 *
 * @param attributes the names of volume attributes; each item lists names of which one is enough
 * @param anyCase whether upper and lower case are the same in these names
 * @param secrets the fields of the source that name a Secret
 */
public record Needs(List<List<String>> attributes, boolean anyCase, List<String> secrets) {
  static Needs of(Mapping json) {
    List<List<String>> attributes = new ArrayList<>();
    for (Located<String> choice : json.strings("attributes")) {
      attributes.add(List.of(choice.value().split(" or ")));
    }
    List<String> secrets = new ArrayList<>();
    for (Located<String> secret : json.strings("secrets")) {
      secrets.add(secret.value());
    }
    return new Needs(List.copyOf(attributes), json.isTrue("anyCase"), List.copyOf(secrets));
  }
}
