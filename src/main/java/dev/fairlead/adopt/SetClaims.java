package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Quantity;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims that StatefulSets of the input have made from their templates. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage">Stable
 * storage</a>.
 */
final class SetClaims {
  /** The claims of one template: pod number i has the i-th of them. */
  record OfTemplate(String template, List<Found> claims, List<Found> volumes) {
    /** The value of {@code each}. */
    Tree names() {
      List<String> names = new ArrayList<>();
      volumes.forEach(volume -> names.add(volume.name()));
      Span place = claims.get(0).place();
      return Ranges.of(names)
          .<Tree>map(range -> Scalar.string(range, place))
          .orElseGet(() -> Sequence.ofStrings(names, place));
    }
  }

  private SetClaims() {}

  /**
   * The claims without the labels that a StatefulSet gives to its claims: its own selector and
   * those of the template.
   */
  static List<Found> withoutLabelsOfSets(List<Found> claims, List<Found> sets) {
    Map<ClaimRef, Mapping> labels = new HashMap<>();
    for (Found set : sets) {
      for (Mapping template : set.spec().mappings("volumeClaimTemplates")) {
        Mapping given =
            set.spec()
                .mapping("selector")
                .mapping("matchLabels")
                .withAll(template.mapping("metadata").mapping("labels"));
        labels.put(base(set, template), given);
      }
    }
    List<Found> without = new ArrayList<>();
    for (Found claim : claims) {
      ClaimRef ref = Pairs.ref(claim);
      Mapping given = labels.get(new ClaimRef(ref.namespace(), ref.withoutOrdinal()));
      boolean made = given != null && OwnParts.isSaved(claim.manifest());
      without.add(made && LastApplied.of(claim.manifest()).isEmpty() ? strip(claim, given) : claim);
    }
    return without;
  }

  private static Found strip(Found claim, Mapping given) {
    Mapping metadata = claim.own().mapping("metadata");
    return claim.withOwn(
        claim.own().with("metadata", SharedEntries.without(metadata, "labels", given)));
  }

  private static ClaimRef base(Found set, Mapping template) {
    String name = template.mapping("metadata").stringOr("name", "");
    return new ClaimRef(set.namespace(), name + "-" + set.name());
  }

  /**
   * By template, the claims that {@code each} can make. With {@code whole}, the template as well.
   *
   * @param known whether the manifest of the set will be there when the spec is rendered; else the
   *     pods count from 0
   */
  static Map<String, OfTemplate> of(Found set, Pairs pairs, boolean whole, boolean known) {
    Map<String, OfTemplate> all = new LinkedHashMap<>();
    if (!known && start(set) != 0) {
      return all;
    }
    for (Mapping template : set.spec().mappings("volumeClaimTemplates")) {
      OfTemplate claims = claims(set, template, pairs);
      boolean suits = !claims.claims().isEmpty() && agree(claims.volumes());
      if (suits && (!whole || isMade(set, template, claims))) {
        all.put(claims.template(), claims);
      }
    }
    return all;
  }

  private static OfTemplate claims(Found set, Mapping template, Pairs pairs) {
    ClaimRef base = base(set, template);
    List<Found> claims = new ArrayList<>();
    List<Found> volumes = new ArrayList<>();
    for (int i = start(set); ; i++) {
      Optional<Found> claim = pairs.claim(new ClaimRef(base.namespace(), base.name() + "-" + i));
      Optional<Found> volume = claim.flatMap(pairs::volumeOf);
      if (volume.isEmpty() || !isPlain(volume.get(), claim.get())) {
        String name = template.mapping("metadata").stringOr("name", "");
        return new OfTemplate(name, claims, volumes);
      }
      claims.add(claim.get());
      volumes.add(volume.get());
    }
  }

  private static int start(Found set) {
    return number(set.spec().mapping("ordinals").find("start"), 0);
  }

  private static int number(Tree tree, int otherwise) {
    return tree instanceof Scalar scalar && scalar.isNumber()
        ? scalar.integer().intValue()
        : otherwise;
  }

  /**
   * Whether the claim says nothing that its volume and its name don't say, but for labels and
   * annotations: they may be those of the document.
   */
  private static boolean isPlain(Found volume, Found claim) {
    return ReservedClaim.suits(volume, claim)
        && ReservedClaim.of(volume, claim, claim.namespace()) instanceof Mapping reserve
        && List.of("name", "labels", "annotations").containsAll(reserve.keys());
  }

  private static boolean agree(List<Found> volumes) {
    Mapping first = volumes.get(0).spec();
    for (Found volume : volumes) {
      for (String field :
          List.of("accessModes", "storageClassName", "volumeMode", "volumeAttributesClassName")) {
        if (!text(volume.spec(), field).equals(text(first, field))) {
          return false;
        }
      }
    }
    return true;
  }

  private static String text(Mapping spec, String field) {
    String value = spec.find(field) == null ? "" : spec.find(field).match(new PlainText());
    return value.equals("Filesystem") ? "" : value;
  }

  /** Whether {@code each} writes this template, and the set has as many pods as volumes. */
  private static boolean isMade(Found set, Mapping template, OfTemplate claims) {
    Mapping spec = template.mapping("spec");
    Mapping first = claims.volumes().get(0).spec();
    Mapping metadata = template.mapping("metadata");
    Optional<Quantity> smallest = Optional.empty();
    for (Found volume : claims.volumes()) {
      Optional<Quantity> size =
          Quantity.parse(volume.spec().mapping("capacity").text("storage").orElse(""));
      if (smallest.isEmpty() || size.isPresent() && size.get().compareTo(smallest.get()) < 0) {
        smallest = size;
      }
    }
    String asked = spec.mapping("resources").mapping("requests").text("storage").orElse("");
    boolean same = smallest.isPresent() && smallest.get().text().equals(asked);
    for (String field : spec.keys()) {
      same &= field.equals("resources") || text(spec, field).equals(text(first, field));
    }
    return same
        && metadata.size() == 1
        && spec.has("storageClassName")
        && spec.has("volumeMode")
        && number(set.spec().find("replicas"), 1) == claims.claims().size();
  }

  /** Scalars and lists of scalars as text. */
  private static final class PlainText implements Tree.Cases<String> {
    @Override
    public String mapping(Mapping mapping) {
      return mapping.keys().toString();
    }

    @Override
    public String sequence(Sequence sequence) {
      List<String> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(item.match(this)));
      return items.toString();
    }

    @Override
    public String scalar(Scalar scalar) {
      return scalar.text();
    }
  }
}
