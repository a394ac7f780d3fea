package dev.fairlead.driver;

import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is known about a CSI driver.
 *
 * @param name its name as the catalogue has it
 * @param rawDevices whether it has raw devices; empty if that isn't known
 * @param remedy how one backend is described twice; empty if that isn't known
 * @param variants volumes that it treats otherwise
 * @param facts its entry in the catalogue
 */
public record Driver(
    String name,
    Storage storage,
    Optional<HandleForm> handle,
    Needs needs,
    Optional<Boolean> rawDevices,
    Modes modes,
    Topology topology,
    Optional<String> remedy,
    List<Variant> variants,
    Mapping facts) {

  /**
   * Volumes that a driver treats otherwise.
   *
   * @param when what their handles look like
   * @param attribute a volume attribute that is "true" for them; empty if there is none
   * @param facts the entry of the driver with what is different
   */
  public record Variant(Pattern when, String attribute, Mapping facts) {
    private boolean isFor(Mapping source) {
      return when.matcher(source.stringOr("volumeHandle", "")).matches()
          && (attribute.isEmpty()
              || source.mapping("volumeAttributes").stringOr(attribute, "").equals("true"));
    }

    /** What is known about these volumes. Reads it each time. */
    public Driver driver() {
      return of(facts);
    }
  }

  static Driver of(Mapping json) {
    List<Variant> variants = new ArrayList<>();
    for (Mapping variant : json.mappings("variants")) {
      variants.add(
          new Variant(
              Pattern.compile(variant.stringOr("when", ".*"), Pattern.DOTALL),
              variant.stringOr("attribute", ""),
              json.withAll(variant).with("variants", Mapping.empty(json.span()))));
    }
    return new Driver(
        json.stringOr("name", ""),
        Storage.of(json.stringOr("storage", "")),
        form(json, "handle"),
        Needs.of(json.mapping("needs")),
        json.has("rawDevices") ? Optional.of(json.isTrue("rawDevices")) : Optional.empty(),
        Modes.of(json.mapping("modes")),
        Topology.of(json.mapping("topology")),
        json.mapping("repeats").text("remedy"),
        List.copyOf(variants),
        json);
  }

  private static Optional<HandleForm> form(Mapping json, String key) {
    return json.has(key) ? Optional.of(HandleForm.of(json.mapping(key))) : Optional.empty();
  }

  /** The variant that a {@code csi} source belongs to, if there is one. */
  public Optional<Variant> variantOf(Mapping source) {
    for (Variant variant : variants) {
      if (variant.isFor(source)) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }

  /** What the IDs of the in-tree source look like that it took the place of. Reads it each time. */
  public Optional<HandleForm> inTree() {
    return form(facts, "inTree");
  }

  /** Whether pods can have {@code csi} volumes of it; empty if that isn't known. */
  public Optional<Boolean> inline() {
    if (storage == Storage.INLINE) {
      return Optional.of(true);
    }
    return facts.has("inline")
        ? Optional.of(facts.mapping("inline").isTrue("supported"))
        : Optional.empty();
  }

  /** Whether others may put a name of their own in front, as in {@code mine.rbd.csi.ceph.com}. */
  boolean isPrefixed() {
    return facts.isTrue("prefixed");
  }
}
