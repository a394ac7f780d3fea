package dev.fairlead.driver;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.StringJoiner;

/** What is known about a driver, as text for a terminal. */
public final class DriverText {
  private final StringBuilder out = new StringBuilder();

  private DriverText() {}

  /** The text about a driver. */
  public static String of(Driver driver) {
    DriverText text = new DriverText();
    Mapping facts = driver.facts();
    text.out.append(driver.name()).append(": ").append(facts.stringOr("title", "")).append("\n\n");
    text.line("Storage", storage(driver.storage()));
    text.facts(facts);
    for (Mapping variant : facts.mappings("variants")) {
      text.out.append('\n');
      text.line("With a handle like", variant.stringOr("words", ""));
      text.line(
          "With the attribute",
          variant.has("attribute") ? variant.stringOr("attribute", "") + ": \"true\"" : "");
      text.facts(variant);
    }
    text.out.append('\n');
    text.line("Documentation", facts.stringOr("page", ""));
    text.line("Facts from", facts.stringOr("repository", "") + " " + facts.stringOr("release", ""));
    return text.out.toString();
  }

  private static String storage(Storage storage) {
    return switch (storage) {
      case DISK -> "a disk, attached to one node at a time unless its access modes say more";
      case SHARE -> "a share on the network";
      case NODE -> "a part of a node";
      case ANY -> "disks and shares";
      case INLINE -> "only csi volumes of pods, no PersistentVolumes";
    };
  }

  private void facts(Mapping facts) {
    Mapping handle = facts.mapping("handle");
    line("Handle", handle.stringOr("acceptedForm", handle.stringOr("form", "")));
    line("Examples", joined(handle, "examples"));
    Mapping needs = facts.mapping("needs");
    line("volumeAttributes it needs", joined(needs, "attributes"));
    line("Secrets it needs", joined(needs, "secrets"));
    Mapping modes = facts.mapping("modes");
    line("Access modes", joined(modes, "filesystem"));
    line("Access modes as a device", joined(modes, "block"));
    if (facts.has("rawDevices")) {
      line("Raw devices", facts.isTrue("rawDevices") ? "yes" : "no");
    }
    if (facts.has("inline")) {
      line("As a csi volume of a pod", facts.mapping("inline").isTrue("supported") ? "yes" : "no");
    }
    Mapping topology = facts.mapping("topology");
    line("Node labels of its " + topology.stringOr("of", ""), joined(topology, "keys"));
    line("Two volumes of one backend", facts.mapping("repeats").stringOr("remedy", ""));
  }

  private static String joined(Mapping facts, String key) {
    StringJoiner all = new StringJoiner(", ");
    List<Located<String>> items = facts.strings(key);
    for (Located<String> item : items) {
      all.add(item.value());
    }
    return all.toString();
  }

  private void line(String title, String text) {
    if (!text.isEmpty()) {
      out.append("  ").append(title).append(": ").append(text).append('\n');
    }
  }
}
