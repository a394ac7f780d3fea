package dev.fairlead.adopt;

import dev.fairlead.model.Ignore;
import dev.fairlead.model.Quantity;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/** The claim of a pair as {@code reserve}. */
final class ReservedClaim {
  /** Fields that the claim has from its volume, and their values if they are left out. */
  private static final List<List<String>> SHARED =
      List.of(
          List.of("storageClassName", ""),
          List.of("volumeMode", "Filesystem"),
          List.of("volumeAttributesClassName", ""));

  private ReservedClaim() {}

  /** Whether {@code reserve} makes this claim of the volume. */
  static boolean suits(Found volume, Found claim) {
    Mapping spec = claim.spec();
    for (List<String> field : SHARED) {
      String ofClaim = spec.text(field.get(0)).orElse(field.get(1));
      boolean same = ofClaim.equals(volume.spec().text(field.get(0)).orElse(field.get(1)));
      // A claim may get its class from the volume: the comparison afterwards tells.
      boolean open = field.get(0).equals("storageClassName") && !spec.has(field.get(0));
      if (!same && !open) {
        return false;
      }
    }
    Tree modes = volume.spec().find("accessModes");
    return modes != null
        && spec.find("accessModes") != null
        && modes.isSame(spec.find("accessModes"))
        && spec.mapping("selector").isEmpty()
        && codes(volume).equals(codes(claim))
        && request(claim) instanceof Scalar request
        && fits(request.text(), volume);
  }

  private static String codes(Found found) {
    return found.annotations().stringOr(Ignore.ANNOTATION, "");
  }

  private static Tree request(Found claim) {
    return claim.spec().mapping("resources").mapping("requests").find("storage");
  }

  private static boolean fits(String request, Found volume) {
    Optional<Quantity> asked = Quantity.parse(request);
    Optional<Quantity> there =
        Quantity.parse(volume.spec().mapping("capacity").text("storage").orElse(""));
    return asked.isPresent() && there.isPresent() && asked.get().compareTo(there.get()) <= 0;
  }

  /** The value of {@code reserve} in a document of this namespace. */
  static Tree of(Found volume, Found claim, String namespace) {
    Mapping metadata = claim.own().mapping("metadata");
    MappingBuilder fields = new MappingBuilder();
    if (!claim.name().equals("pvc-" + volume.name())) {
      fields.put("name", metadata.find("name"));
    }
    if (!claim.namespace().equals(namespace)) {
      fields.put("namespace", metadata.find("namespace"));
    }
    put(fields, "labels", claim.labels());
    put(fields, "annotations", Fields.without(claim.annotations(), Ignore.ANNOTATION));
    if (metadata.find("finalizers") != null) {
      fields.put("finalizers", metadata.find("finalizers"));
    }
    Tree request = request(claim);
    Optional<String> capacity = volume.spec().mapping("capacity").text("storage");
    if (request instanceof Scalar size && !Optional.of(size.text()).equals(capacity)) {
      fields.put("storage", Defaulted.size(request));
    }
    Mapping reserve = fields.build(claim.manifest().span());
    return reserve.isEmpty() ? Scalar.bool(true, claim.place()) : reserve;
  }

  private static void put(MappingBuilder fields, String key, Mapping map) {
    if (!map.isEmpty()) {
      fields.put(key, map);
    }
  }
}
