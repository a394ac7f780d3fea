package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Drivers;
import dev.fairlead.driver.Storage;
import dev.fairlead.explain.Field;
import dev.fairlead.explain.Topics;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItemKind;

/** The words that fit a place: names, codes, drivers, labels of nodes, values of enumerations. */
final class Offers {
  private Offers() {}

  /** Names and other words that the schema doesn't have. */
  static List<Offer> values(Spot spot, String scope, Names names) {
    String key = spot.key(0);
    String above = spot.key(1);
    if (key.equals("ignore")) {
      return codes();
    }
    if (key.equals("driver") && above.equals("csi")) {
      return drivers();
    }
    List<Offer> offers = new ArrayList<>();
    boolean inMount = spot.key(2).equals("mounts");
    if (key.equals("each") || above.equals("each") || (key.equals("volume") && inMount)) {
      addNames(names.given(Name.Kind.VOLUME, scope), "volume", offers);
    } else if (above.equals("mounts")) {
      addNames(names.given(Name.Kind.VOLUME, scope), "volume", offers);
      addNames(declaredClaims(spot), "claim", offers);
    } else if (key.equals("volume") && above.equals("claims")) {
      addNames(names.given(Name.Kind.VOLUME, scope), "volume", offers);
    } else if (key.equals("bindTo") || above.equals("bindTo") || (key.equals("claim") && inMount)) {
      addNames(names.given(Name.Kind.CLAIM, namespace(spot)), "claim", offers);
    } else if (key.equals("name") && inMount && spot.owner().has("each")) {
      addNames(templates(spot), "claim template", offers);
    }
    return offers;
  }

  private static void addNames(List<String> names, String what, List<Offer> offers) {
    for (String name : names) {
      offers.add(new Offer(name, what, "", CompletionItemKind.Reference));
    }
  }

  /** The namespace that counts where a name stands: that of the innermost mapping with one. */
  private static String namespace(Spot spot) {
    String namespace = spot.owners().get(0).mapping("metadata").stringOr("namespace", "default");
    for (Mapping owner : spot.owners()) {
      namespace = owner.stringOr("namespace", namespace);
    }
    return namespace;
  }

  /** A mount knows a claim without {@code claim:} only if the spec declares it. */
  private static List<String> declaredClaims(Spot spot) {
    return spot.owners().get(0).mappings("claims").stream()
        .flatMap(claim -> claim.text("name").stream())
        .toList();
  }

  private static List<String> templates(Spot spot) {
    return spot.owners().stream().flatMap(owner -> owner.mapping("each").keys().stream()).toList();
  }

  private static List<Offer> codes() {
    List<Offer> offers = new ArrayList<>();
    for (Code code : Code.values()) {
      if (code.severity() == Severity.WARNING) {
        String markdown = Topics.codeMarkdown(code);
        offers.add(new Offer(code.slug(), "warning", markdown, CompletionItemKind.Constant));
      }
    }
    return offers;
  }

  private static List<Offer> drivers() {
    List<Offer> offers = new ArrayList<>();
    for (String name : Drivers.names()) {
      Driver driver = Drivers.of(name).orElseThrow();
      if (driver.storage() != Storage.INLINE) {
        String title = driver.facts().stringOr("title", "");
        offers.add(new Offer(name, title, "", CompletionItemKind.Value));
      }
    }
    return offers;
  }

  /** The labels of nodes that say where a disk is, those of the volume's driver first. */
  static List<Offer> topologyKeys(Spot spot) {
    if (!spot.key(1).equals("topology")) {
      return List.of();
    }
    Set<String> keys = new LinkedHashSet<>();
    for (Mapping owner : spot.owners()) {
      Drivers.of(owner.mapping("csi").stringOr("driver", ""))
          .ifPresent(driver -> keys.addAll(driver.topology().keys()));
    }
    keys.addAll(
        List.of(
            "topology.kubernetes.io/zone",
            "topology.kubernetes.io/region",
            "kubernetes.io/hostname"));
    return keys.stream()
        .map(key -> new Offer(key, "label of nodes", "", CompletionItemKind.Property))
        .toList();
  }

  /** The values that a field accepts. */
  static List<Offer> of(Field field) {
    List<Offer> offers = new ArrayList<>();
    for (Field.Value value : field.values()) {
      offers.add(new Offer(value.text(), value.meaning(), "", CompletionItemKind.EnumMember));
    }
    if (offers.isEmpty() && field.type().contains("true or false")) {
      offers.add(new Offer("true", "", "", CompletionItemKind.Value));
      offers.add(new Offer("false", "", "", CompletionItemKind.Value));
    }
    return offers;
  }
}
