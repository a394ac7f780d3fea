package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the workloads of a document mount the claims of its namespace. */
final class Mountables {
  private final Map<ClaimRef, Found> volumes = new HashMap<>();
  private final Map<ClaimRef, Found> claims = new HashMap<>();
  private final Set<ClaimRef> volumeNames = new HashSet<>();
  private final Set<ClaimRef> declared = new HashSet<>();

  Mountables(List<Found> volumes, List<Found> claims, Pairs pairs) {
    for (Found volume : volumes) {
      Pairs.claimRef(volume)
          .ifPresent(
              ref -> {
                this.volumes.put(ref, volume);
                volumeNames.add(new ClaimRef(ref.namespace(), volume.name()));
              });
    }
    for (Found claim : claims) {
      this.claims.put(Pairs.ref(claim), claim);
      boolean reserved =
          pairs.volumeOf(claim).filter(v -> ReservedClaim.suits(v, claim)).isPresent();
      if (!reserved) {
        declared.add(Pairs.ref(claim));
      }
    }
  }

  /** Whether the claim is one of the input, or a volume is meant for it. */
  boolean knows(ClaimRef claim) {
    return claims.containsKey(claim) || volumes.containsKey(claim);
  }

  /** The name that fairlead gives to the pod volume of a claim, if it is a DNS label. */
  String podVolume(ClaimRef claim) {
    Found volume = volumes.get(claim);
    return volume == null ? claim.name() : volume.name();
  }

  /** The volume of a claim, else the claim itself, as a mount names it. */
  Mapping name(ClaimRef claim, Span span) {
    Found volume = volumes.get(claim);
    return volume == null
        ? Mapping.of("claim", Scalar.string(claim.name(), span), span)
        : Mapping.of("volume", Scalar.string(volume.name(), span), span);
  }

  /** A mount without options in its short form, if that means the same. */
  Tree shortened(Mapping mount, ClaimRef claim) {
    Found volume = volumes.get(claim);
    if (mount.size() != 1) {
      return mount;
    }
    if (volume != null) {
      ClaimRef same = new ClaimRef(claim.namespace(), volume.name());
      boolean unclear = declared.contains(same) && !same.equals(claim);
      return unclear ? mount : mount.value(0);
    }
    boolean clear = declared.contains(claim) && !volumeNames.contains(claim);
    return clear ? mount.value(0) : mount;
  }

  /** Whether a claim is a raw device; null if that is not known. */
  Boolean isBlock(ClaimRef claim) {
    Found known = known(claim);
    return known == null ? null : known.spec().stringOr("volumeMode", "").equals("Block");
  }

  /** Whether nobody can write to the volume of a claim. */
  boolean isReadOnlySource(ClaimRef claim) {
    Found volume = volumes.get(claim);
    if (volume != null) {
      for (Tree field : volume.spec().values()) {
        if (field instanceof Mapping source && source.isTrue("readOnly")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a claim is only mounted read-only, unless a mount says otherwise. */
  boolean isReadOnly(ClaimRef claim) {
    Found known = known(claim);
    if (known == null) {
      return false;
    }
    List<Tree> modes = known.spec().list("accessModes");
    return isReadOnlySource(claim)
        || modes.size() == 1
            && modes.get(0) instanceof Scalar mode
            && mode.text().equals("ReadOnlyMany");
  }

  private Found known(ClaimRef claim) {
    Found found = claims.get(claim);
    return found == null ? volumes.get(claim) : found;
  }

  /** A mapping in the order of the documentation. */
  static Mapping mount(Mapping name, Mapping options) {
    MappingBuilder mount = new MappingBuilder(name);
    for (int i = 0; i < options.size(); i++) {
      mount.put(options.key(i), options.value(i));
    }
    return mount.build(name.span());
  }
}
