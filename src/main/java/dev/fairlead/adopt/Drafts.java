package dev.fairlead.adopt;

import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts volumes and claims into documents, one for each namespace. */
final class Drafts {
  /** The document of volumes that no claim is meant for. */
  static final String UNCLAIMED = "unclaimed";

  private final ImportOptions options;
  private final FieldOrders orders = new FieldOrders();
  private final TreeMap<String, Draft> drafts = new TreeMap<>();
  private Draft unclaimed = new Draft(UNCLAIMED, false);

  Drafts(ImportOptions options) {
    this.options = options;
  }

  /** The documents of these volumes and claims, sorted by name. */
  List<Draft> of(List<Found> volumes, List<Found> claims) {
    Pairs pairs = new Pairs(volumes, claims);
    options.namespace().ifPresent(namespace -> unclaimed = ofNamespace(namespace));
    for (Found volume : volumes) {
      addVolume(volume, pairs);
    }
    for (Found claim : claims) {
      Optional<Found> volume = pairs.volumeOf(claim);
      if (volume.isEmpty() || !ReservedClaim.suits(volume.get(), claim)) {
        Draft draft = ofNamespace(claim.namespace());
        draft.addClaim(new Draft.Item(ClaimEntry.of(claim, volume), List.of(claim)));
      }
    }
    return all();
  }

  private void addVolume(Found volume, Pairs pairs) {
    Optional<Found> claim = pairs.claimOf(volume);
    boolean reserved = claim.isPresent() && ReservedClaim.suits(volume, claim.get());
    Optional<ClaimRef> ref = Pairs.claimRef(volume);
    // A claim that names the volume may have a selector that has to be compared with it.
    Optional<String> namespace =
        ref.map(ClaimRef::namespace).or(() -> pairs.namedBy(volume).map(Found::namespace));
    Draft draft = namespace.isPresent() ? ofNamespace(namespace.get()) : unclaimed;
    List<Found> origins = new ArrayList<>(List.of(volume));
    if (reserved) {
      origins.add(claim.get());
    }
    draft.addVolume(
        new Draft.Item(
            VolumeEntry.of(
                volume,
                reserved ? claim : Optional.empty(),
                claim.isPresent() && !reserved,
                draft.name(),
                options.csiMigration(),
                orders),
            origins));
  }

  private Draft ofNamespace(String namespace) {
    return drafts.computeIfAbsent(namespace, name -> new Draft(name, true));
  }

  private List<Draft> all() {
    List<Draft> all = new ArrayList<>(drafts.values());
    if (!all.contains(unclaimed)) {
      int at = 0;
      while (at < all.size() && all.get(at).name().compareTo(UNCLAIMED) < 0) {
        at++;
      }
      all.add(at, unclaimed);
    }
    all.removeIf(Draft::isEmpty);
    return all;
  }
}
