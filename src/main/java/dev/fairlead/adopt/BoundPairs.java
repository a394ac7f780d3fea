package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Volumes and claims that {@code --bind} makes pairs of: those of which one names the other, and
 * those that name nobody, where the volume fits no other claim and the claim no other volume.
 */
final class BoundPairs {
  private final List<Found> volumes;
  private final List<Found> claims;
  private final Map<Found, Found> claimOf = new IdentityHashMap<>();
  private final Map<Found, Found> volumeOf = new IdentityHashMap<>();

  BoundPairs(List<Found> volumes, List<Found> claims) {
    this.volumes = volumes;
    this.claims = claims;
    Pairs pairs = new Pairs(volumes, claims);
    Map<String, List<Found>> naming = new HashMap<>();
    for (Found claim : claims) {
      String name = claim.spec().stringOr("volumeName", "");
      naming.computeIfAbsent(name, key -> new ArrayList<>()).add(claim);
    }
    List<Found> freeVolumes = new ArrayList<>();
    for (Found volume : volumes) {
      Optional<Found> named = Pairs.claimRef(volume).flatMap(pairs::claim);
      List<Found> namedBy = naming.getOrDefault(volume.name(), List.of());
      if (named.isPresent()) {
        if (named.get().spec().stringOr("volumeName", "").isEmpty()) {
          put(volume, named.get());
        }
      } else if (!volume.spec().has("claimRef")) {
        if (namedBy.size() == 1) {
          put(volume, namedBy.get(0));
        } else if (namedBy.isEmpty()) {
          freeVolumes.add(volume);
        }
      }
    }
    List<Found> freeClaims = new ArrayList<>();
    for (Found claim : naming.getOrDefault("", List.of())) {
      if (!volumeOf.containsKey(claim)) {
        freeClaims.add(claim);
      }
    }
    putLoose(freeVolumes, freeClaims);
  }

  private void put(Found volume, Found claim) {
    if (Fit.of(volume, claim) && !volumeOf.containsKey(claim)) {
      claimOf.put(volume, claim);
      volumeOf.put(claim, volume);
    }
  }

  private void putLoose(List<Found> freeVolumes, List<Found> freeClaims) {
    Map<Found, List<Found>> fitting = new IdentityHashMap<>();
    Map<Found, Integer> counts = new IdentityHashMap<>();
    for (Found claim : freeClaims) {
      List<Found> fit = freeVolumes.stream().filter(volume -> Fit.of(volume, claim)).toList();
      fitting.put(claim, fit);
      fit.forEach(volume -> counts.merge(volume, 1, Integer::sum));
    }
    for (Found claim : freeClaims) {
      List<Found> fit = fitting.get(claim);
      if (fit.size() == 1 && counts.get(fit.get(0)) == 1) {
        put(fit.get(0), claim);
      }
    }
  }

  /** The volumes, with the claims that they are to have. */
  List<Found> volumes() {
    List<Found> bound = new ArrayList<>();
    for (Found volume : volumes) {
      Found claim = claimOf.get(volume);
      bound.add(claim == null ? volume : volume.with("claimRef", ref(claim)));
    }
    return bound;
  }

  private static Mapping ref(Found claim) {
    Mapping metadata = claim.own().mapping("metadata");
    return new MappingBuilder()
        .put("name", metadata.find("name"))
        .put("namespace", metadata.find("namespace"))
        .build(claim.place());
  }

  /** The claims, with the volumes that they are to have, and the class of these. */
  List<Found> claims() {
    List<Found> bound = new ArrayList<>();
    for (Found claim : claims) {
      Found volume = volumeOf.get(claim);
      bound.add(volume == null ? claim : bound(claim, volume));
    }
    return bound;
  }

  private static Found bound(Found claim, Found volume) {
    Tree none = Scalar.string("", claim.place());
    Tree ofVolume = volume.spec().find("storageClassName");
    Mapping spec =
        claim
            .spec()
            .with("volumeName", Scalar.string(volume.name(), claim.place()))
            .withDefault("storageClassName", ofVolume == null ? none : ofVolume);
    return claim.withOwn(claim.own().with("spec", spec));
  }
}
