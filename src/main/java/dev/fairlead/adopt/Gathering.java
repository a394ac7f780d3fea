package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Decides what a spec has to say about volumes: which of them are released, and that disks survive
 * their claims.
 */
final class Gathering {
  private static final String POLICY = "persistentVolumeReclaimPolicy";
  private static final int MAX_SHOWN = 8;

  private final ImportOptions options;
  private final Diagnostics diagnostics;

  Gathering(ImportOptions options, Diagnostics diagnostics) {
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** The volumes as the spec has to describe them. */
  List<Found> volumes(List<Found> found, List<Found> claims) {
    Pairs pairs = new Pairs(found, claims);
    List<Found> volumes = new ArrayList<>();
    List<Found> deleted = new ArrayList<>();
    for (Found volume : found) {
      if (!hasWholeClaimRef(volume)) {
        continue;
      }
      Found decided = isReleased(volume, pairs) ? released(volume) : volume;
      if (!options.keepReclaimPolicy() && decided.spec().stringOr(POLICY, "").equals("Delete")) {
        deleted.add(volume);
        Scalar retain = Scalar.string("Retain", decided.spec().spanOf(POLICY));
        decided = decided.with(POLICY, retain).withComment("in the cluster: reclaimPolicy: Delete");
      }
      volumes.add(decided);
    }
    warn(deleted);
    return volumes;
  }

  /** Whether the claimRef, if there is one, has both names. Reports it if not. */
  private boolean hasWholeClaimRef(Found volume) {
    Mapping ref = volume.spec().mapping("claimRef");
    boolean whole =
        ref.isEmpty()
            || !ref.stringOr("name", "").isEmpty() && !ref.stringOr("namespace", "").isEmpty();
    if (!whole) {
      diagnostics.add(
          Code.NOT_IMPORTED,
          volume.spec().keySpan("claimRef").orElseThrow(),
          message(
              "{} can't be imported: its claimRef lacks {}, so no claim ever binds",
              plain(ObjectName.of(volume)),
              ref.stringOr("name", "").isEmpty() ? "name" : "namespace"),
          "write both name and namespace of the claim, or remove the claimRef");
    }
    return whole;
  }

  /**
   * Whether the claim of a volume was deleted. A claim of the same name has another uid. See <a
   * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#phase">Phase</a>.
   */
  private static boolean isReleased(Found volume, Pairs pairs) {
    Optional<ClaimRef> ref = Pairs.claimRef(volume);
    if (ref.isEmpty()) {
      return false;
    }
    Optional<Found> claim = pairs.claim(ref.get());
    String uid = volume.manifest().mapping("spec").mapping("claimRef").stringOr("uid", "");
    boolean other =
        claim.isPresent()
            && !uid.isEmpty()
            && !claim.get().uid().isEmpty()
            && !uid.equals(claim.get().uid());
    return other || volume.phase().equals("Released") || volume.phase().equals("Failed");
  }

  private static Found released(Found volume) {
    ClaimRef ref = Pairs.claimRef(volume).orElseThrow();
    String phase = volume.phase().equals("Failed") ? "Failed" : "Released";
    return volume.without("claimRef").withComment(phase + ": its claim was " + ref);
  }

  private void warn(List<Found> deleted) {
    if (deleted.isEmpty()) {
      return;
    }
    Found first = deleted.get(0);
    Tree policy = first.manifest().mapping("spec").find(POLICY);
    boolean one = deleted.size() == 1;
    diagnostics.add(
        Code.NOW_RETAINED,
        policy.span(),
        message(
            "the reclaim policy of {} is Delete in the input and Retain in the spec: the disk is"
                + " to survive its claim",
            plain(
                one ? message("volume {}", first.name()) : message("{} volumes", deleted.size()))),
        message(
            "run kubectl patch pv {} --patch '{\"spec\":{\"persistentVolumeReclaimPolicy\":"
                + "\"Retain\"}}'{}, or keep the policy with --keep-reclaim-policy",
            plain(names(deleted)),
            plain(
                deleted.size() > MAX_SHOWN
                    ? ", with each name that has a comment about it in the spec"
                    : "")));
  }

  /** The names of some volumes for a command line. */
  private static String names(List<Found> volumes) {
    if (volumes.size() > MAX_SHOWN) {
      return "NAME";
    }
    StringJoiner names = new StringJoiner(" ");
    volumes.forEach(volume -> names.add(volume.name()));
    return names.toString();
  }

  /** What of a manifest the user wrote, with an old annotation for the class as the field. */
  static Found found(Mapping manifest, OwnParts parts) {
    return new Found(
        manifest, DataSources.once(manifest, ClassAnnotation.asField(parts.of(manifest))));
  }
}
