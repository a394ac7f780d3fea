package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Fit;
import dev.fairlead.binder.Relation;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Misfit;
import dev.fairlead.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What to do about a claim and the volume that comes nearest to it. */
record Remedy(Fit fit, Dump dump) {
  /** What a claimRef makes good: with one, the binder compares neither. */
  private static final Set<Misfit> BY_NAME = Set.of(Misfit.CLASS, Misfit.SELECTOR);

  String words() {
    LiveClaim claim = fit.claim();
    LiveVolume volume = fit.volume();
    if (volume.isTerminating()) {
      return "wait until the volume is gone, and create it again: "
          + Kubectl.describeVolumes(volume.name());
    }
    boolean foreign = fit.relation() == Relation.TAKEN && !fit.isReservedElsewhere();
    if (foreign || fit.misfits().isEmpty() || BY_NAME.containsAll(fit.misfits())) {
      return byName();
    }
    String again =
        message(
            "to use this volume, delete the claim and create it with {}: {}",
            plain(String.join(", ", corrections())),
            plain(Kubectl.deletePending(claim.ref())));
    List<LiveWorkload> makers = dump.makers(claim.ref());
    if (!makers.isEmpty()) {
      again =
          message(
              "correct the template in StatefulSet {} first; {}",
              makers.get(0).name(),
              plain(again));
    }
    return fit.relation().isBarred() ? again + "; and " + byName() : again;
  }

  /** What makes them name each other, or what to look at. */
  private String byName() {
    LiveClaim claim = fit.claim();
    LiveVolume volume = fit.volume();
    String events = "see its events: " + Kubectl.describe("pvc", claim.ref());
    if (fit.offNode()) {
      return "compare its node affinity with the nodes: kubectl get nodes --show-labels";
    }
    return switch (fit.relation()) {
      case EARLIER -> "to give it to this claim: " + Kubectl.release(volume);
      case INCOMPLETE ->
          fit.hasNameOfClaim()
              ? "if it is meant for this claim: "
                  + Kubectl.addNamespace(volume, claim.ref().namespace())
              : events;
      case TAKEN ->
          fit.isReservedElsewhere()
              ? "if it is meant for this claim: "
                  + Kubectl.moveReservation(volume, claim.ref().namespace())
              : "create a volume for the claim, with a claimRef that names it; " + events;
      case STRANGERS, NAMED ->
          fit.misfits().isEmpty()
              ? events
              : "if it is meant for this claim: " + Kubectl.reserve(volume, claim.ref());
      case RESERVED, MUTUAL, SETTLED, LOST, ELSEWHERE -> events;
    };
  }

  /** The fields with which the claim would fit the volume. */
  private List<String> corrections() {
    Claim claim = fit.claim().model().orElseThrow();
    Volume volume = fit.volume().model().orElseThrow();
    List<String> fields = new ArrayList<>();
    for (Misfit misfit : fit.misfits()) {
      fields.add(correction(misfit, claim, volume));
    }
    if (fit.relation() == Relation.STRANGERS) {
      fields.add("volumeName: " + volume.name());
    }
    return fields;
  }

  private static String correction(Misfit misfit, Claim claim, Volume volume) {
    return switch (misfit) {
      case SIZE -> "storage: " + volume.capacity().value();
      case ACCESS_MODES -> message("accessModes: [{}]", volume.accessModes().value());
      case VOLUME_MODE -> "volumeMode: " + volume.volumeMode().value();
      case SELECTOR -> "no selector";
      case ATTRIBUTES_CLASS ->
          volume.volumeAttributesClassName().isPresent()
              ? "volumeAttributesClassName: " + volume.volumeAttributesClassName().get().value()
              : "no volumeAttributesClassName";
      case CLASS -> {
        String name = volume.storageClassName().value();
        yield "storageClassName: " + (name.isEmpty() ? "\"\"" : name);
      }
    };
  }
}
