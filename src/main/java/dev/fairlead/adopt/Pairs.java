package dev.fairlead.adopt;

import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Mapping;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which claim each volume belongs to. A volume and a claim are a pair if they name each other. See
 * <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class Pairs {
  private final Map<String, Found> volumes = new HashMap<>();
  private final Map<ClaimRef, Found> claims = new HashMap<>();
  private final Map<String, Found> namedBy = new HashMap<>();
  private final Map<Found, Found> claimOf = new IdentityHashMap<>();
  private final Map<Found, Found> volumeOf = new IdentityHashMap<>();

  Pairs(List<Found> volumes, List<Found> claims) {
    for (Found volume : volumes) {
      this.volumes.putIfAbsent(volume.name(), volume);
    }
    for (Found claim : claims) {
      this.claims.putIfAbsent(ref(claim), claim);
    }
    for (Found claim : claims) {
      namedBy.putIfAbsent(claim.spec().stringOr("volumeName", ""), claim);
    }
    for (Found volume : volumes) {
      Optional<ClaimRef> ref = claimRef(volume);
      Found claim = ref.isPresent() ? this.claims.get(ref.get()) : null;
      if (claim != null && claim.spec().stringOr("volumeName", "").equals(volume.name())) {
        claimOf.put(volume, claim);
        volumeOf.put(claim, volume);
      }
    }
  }

  static ClaimRef ref(Found claim) {
    return new ClaimRef(claim.namespace(), claim.name());
  }

  /** The claim that a volume names. */
  static Optional<ClaimRef> claimRef(Found volume) {
    Mapping ref = volume.spec().mapping("claimRef");
    String name = ref.stringOr("name", "");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new ClaimRef(ref.stringOr("namespace", ""), name));
  }

  /** The claim of a pair. */
  Optional<Found> claimOf(Found volume) {
    return Optional.ofNullable(claimOf.get(volume));
  }

  /** The first claim that names a volume, if there is one. */
  Optional<Found> namedBy(Found volume) {
    return Optional.ofNullable(namedBy.get(volume.name()));
  }

  /** The volume of a pair. */
  Optional<Found> volumeOf(Found claim) {
    return Optional.ofNullable(volumeOf.get(claim));
  }

  /** The volume with this name, if it is there. */
  Optional<Found> volume(String name) {
    return Optional.ofNullable(volumes.get(name));
  }

  /** The claim with this name, if it is there. */
  Optional<Found> claim(ClaimRef ref) {
    return Optional.ofNullable(claims.get(ref));
  }
}
