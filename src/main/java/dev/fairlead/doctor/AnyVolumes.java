package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.binder.Fit;
import dev.fairlead.binder.Relation;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveClass;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveVolume;
import java.util.List;
import java.util.Optional;

/** Pending claims that leave the choice of the volume to the binder, or to a provisioner. */
record AnyVolumes(Dump dump, Binder binder, Ages ages, Findings findings) {
  void examine(LiveClaim claim) {
    Optional<Fit> nearest = binder.nearest(claim);
    Optional<LiveClass> named = dump.storageClass(claim.className().orElse(""));
    boolean isMade =
        named.isPresent() && named.get().provisions() && claim.spec().mapping("selector").isEmpty();
    if (nearest.isPresent() && nearest.get().binds()) {
      if (nearest.get().relation() == Relation.STRANGERS && binder.waits(claim)) {
        new FirstConsumers(dump, ages, findings).examine(claim);
      } else {
        onItsWay(claim, message("volume {} fits", nearest.get().volume().name()));
      }
    } else if (nearest.isPresent() && isMeant(nearest.get())) {
      noneFits(nearest.get());
    } else if (isMade && named.get().waitsForConsumer()) {
      new FirstConsumers(dump, ages, findings).examine(claim);
    } else if (isMade) {
      onItsWay(claim, message("the provisioner {} is to make its disk", named.get().provisioner()));
    } else if (named.isEmpty() && isClassMissing(claim)) {
      classNotFound(claim);
    } else if (nearest.isPresent()) {
      noneFits(nearest.get());
    } else {
      noVolumes(claim);
    }
  }

  /** Whether somebody has meant the volume for the claim, so that a new disk is no answer. */
  private static boolean isMeant(Fit fit) {
    return fit.relation() == Relation.EARLIER || fit.relation() == Relation.RESERVED;
  }

  /** Whether no class and no volume has the name. A class that only binds need not exist. */
  private boolean isClassMissing(LiveClaim claim) {
    String name = claim.className().orElse("");
    if (name.isEmpty() || !dump.knows(LiveKind.STORAGE_CLASS)) {
      return false;
    }
    for (LiveVolume volume : dump.volumes()) {
      if (volume.className().equals(name)) {
        return false;
      }
    }
    return true;
  }

  private void noneFits(Fit fit) {
    LiveClaim claim = fit.claim();
    findings.explain(fit.volume());
    findings.add(
        Code.CLAIM_PENDING,
        claim,
        message(
            "claim {} is Pending: no volume fits; the nearest, {}, {}{}",
            claim.ref().toString(),
            fit.volume().name(),
            plain(fit.words()),
            plain(selects(claim) ? "; for a claim with a selector no disk is made" : "")),
        new Remedy(fit, dump).words(),
        fit.volume(),
        "the volume that is nearest");
  }

  /** Whether only its selector keeps its class from making a disk. */
  private boolean selects(LiveClaim claim) {
    Optional<LiveClass> named = dump.storageClass(claim.className().orElse(""));
    return named.isPresent()
        && named.get().provisions()
        && !claim.spec().mapping("selector").isEmpty();
  }

  private void noVolumes(LiveClaim claim) {
    boolean known = dump.knows(LiveKind.PERSISTENT_VOLUME);
    if (known || ages.isOld(claim)) {
      findings.add(
          known ? Code.CLAIM_PENDING : Code.CLAIM_WAITS,
          claim,
          message(
              known
                  ? "claim {} is Pending: the cluster has no volume, and no class makes one"
                  : "claim {} is Pending; the dump has no volumes to compare it with",
              claim.ref().toString()),
          known
              ? "create a volume with a claimRef that names the claim, or a claim with a class that"
                  + " provisions"
              : FullDump.HINT);
    }
  }

  private void classNotFound(LiveClaim claim) {
    String name = claim.className().orElseThrow();
    List<String> names = dump.classes().stream().map(LiveClass::name).toList();
    findings.add(
        Code.CLASS_NOT_FOUND,
        claim,
        message(
            "claim {} is Pending: its class {} is not in the cluster, and no volume has it{}",
            claim.ref().toString(),
            name,
            plain(Nearest.question(name, names))),
        "create the class; or delete the claim and create it with another one: "
            + Kubectl.deletePending(claim.ref()));
  }

  private void onItsWay(LiveClaim claim, String next) {
    if (ages.isOld(claim)) {
      findings.add(
          Code.CLAIM_WAITS,
          claim,
          message(
              "claim {} is Pending for more than five minutes: {}",
              claim.ref().toString(),
              plain(next)),
          "see its events: " + Kubectl.describe("pvc", claim.ref()));
    }
  }
}
