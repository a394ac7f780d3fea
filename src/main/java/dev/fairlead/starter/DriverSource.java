package dev.fairlead.starter;

import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Storage;
import dev.fairlead.driver.Topology;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.render.YamlScalar;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The source of a CSI driver, from what the catalogue knows about it.
 *
 * @param name the name of the driver, which may have a prefix
 */
public record DriverSource(String name, Driver driver) implements StarterSource {
  @Override
  public String lines() {
    Lines lines = new Lines();
    lines.blank("    storage", "its size, such as 10Gi");
    lines.add("    accessModes: [" + mode() + "]");
    lines.add("    csi:");
    lines.add("      driver: " + name, "what is known about it: fairlead explain " + name);
    lines.blank("      volumeHandle", handle());
    attributes(lines);
    for (String secret : driver.needs().secrets()) {
      lines.add("      " + secret + ":");
      lines.blank("        name", "the Secret that the driver needs, such as storage-credentials");
      lines.blank("        namespace", "the namespace of the Secret, such as kube-system");
    }
    topology(lines);
    return lines.toString();
  }

  private AccessMode mode() {
    boolean shared = driver.storage() == Storage.SHARE;
    AccessMode usual = shared ? AccessMode.READ_WRITE_MANY : AccessMode.READ_WRITE_ONCE;
    Set<AccessMode> modes = driver.modes().of(VolumeMode.FILESYSTEM);
    return modes.contains(usual) ? usual : modes.iterator().next();
  }

  private String handle() {
    Mapping handle = driver.facts().mapping("handle");
    String form = handle.stringOr("form", "the ID by which the driver knows the volume");
    return form + ", such as " + YamlScalar.of(example());
  }

  private String example() {
    List<Located<String>> examples = driver.facts().mapping("handle").strings("examples");
    return examples.isEmpty() ? "volume-1" : examples.get(0).value();
  }

  private void attributes(Lines lines) {
    if (driver.needs().attributes().isEmpty()) {
      return;
    }
    lines.add("      volumeAttributes:");
    for (List<String> choice : driver.needs().attributes()) {
      String others = String.join(" or ", choice.subList(1, choice.size()));
      lines.blank(
          "        " + choice.get(0),
          "the driver needs it" + (others.isEmpty() ? "" : ", or " + others + " in its place"));
    }
  }

  private void topology(Lines lines) {
    Topology topology = driver.topology();
    if (topology.keys().isEmpty()) {
      return;
    }
    String key = topology.keys().get(0);
    if (topology.needed() || driver.storage() == Storage.NODE) {
      lines.add("    topology:");
      lines.blank("      " + key, "the " + topology.of() + " of the disk, such as " + place());
    } else {
      lines.add(
          "    # topology: {" + key + ": " + place() + "}",
          "if only nodes of one " + topology.of() + " reach it");
    }
  }

  private String place() {
    Optional<String> named = driver.handle().flatMap(form -> form.zoneOf(example()));
    return named.orElse(driver.topology().of() + "-1");
  }
}
