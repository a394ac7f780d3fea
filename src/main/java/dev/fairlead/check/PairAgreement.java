package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.At;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Volume and claim of a pair agree. With references both ways Kubernetes binds them without
 * looking, and the pod fails or the claim lies about its disk; with one reference the claim stays
 * Pending. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class PairAgreement implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    Map<String, Volume> byName = new HashMap<>();
    Map<ClaimRef, Volume> byRef = new HashMap<>();
    for (Volume volume : plan.volumes()) {
      byName.putIfAbsent(volume.name(), volume);
      if (volume.claimRef().isPresent()) {
        byRef.putIfAbsent(volume.claimRef().get().value(), volume);
      }
    }
    for (Claim claim : plan.claims()) {
      Volume volume =
          claim.volumeName().isPresent()
              ? byName.get(claim.volumeName().get().value())
              : byRef.get(claim.ref());
      if (volume != null) {
        new Pair(volume, claim, findings).check();
      }
    }
  }

  private static final String CONSEQUENCE = ": such a pair binds wrongly or not at all";

  private record Pair(Volume volume, Claim claim, Findings findings) {
    void check() {
      if (claim.request().value().compareTo(volume.capacity().value()) > 0) {
        findings.add(
            Code.CLAIM_TOO_LARGE,
            claim.request().span(),
            "claim "
                + quote(claim.name())
                + " asks for "
                + quote(claim.request().value().text())
                + ", more than the "
                + quote(volume.capacity().value().text())
                + " of volume "
                + quote(volume.name())
                + CONSEQUENCE,
            "ask for " + volume.capacity().value().text() + " or less");
      }
      checkAccessModes();
      if (claim.volumeMode().value() != volume.volumeMode().value()) {
        mismatch(
            claim.volumeMode().span(),
            "volumeMode " + claim.volumeMode().value(),
            volume.volumeMode().value().toString(),
            "write volumeMode: " + volume.volumeMode().value());
      }
      checkClass();
      checkAttributesClass();
    }

    private void checkAccessModes() {
      List<AccessMode> modes = volume.accessModes().value();
      for (AccessMode mode : claim.accessModes().value()) {
        if (!modes.contains(mode)) {
          mismatch(
              claim.accessModes().span(),
              "access mode " + mode,
              modes.toString(),
              "write accessModes: " + modes);
          return;
        }
      }
    }

    private void checkClass() {
      // A claim that leaves the class to the cluster is bound to by name only: nothing to compare.
      if (claim.storageClassName().isEmpty()) {
        return;
      }
      At<String> asked = claim.storageClassName().get();
      String given = volume.storageClassName().value();
      if (!asked.value().equals(given)) {
        mismatch(
            asked.span(),
            "storageClassName " + quote(asked.value()),
            quote(given),
            "write storageClassName: " + scalar(given));
      }
    }

    private void checkAttributesClass() {
      String ofClaim = text(claim.volumeAttributesClassName());
      String ofVolume = text(volume.volumeAttributesClassName());
      if (!ofClaim.equals(ofVolume)) {
        Span span =
            claim.volumeAttributesClassName().map(At::span).orElse(claim.metadata().name().span());
        mismatch(
            span,
            "volumeAttributesClassName " + shown(ofClaim),
            shown(ofVolume),
            ofVolume.isEmpty()
                ? "leave volumeAttributesClassName out"
                : "write volumeAttributesClassName: " + ofVolume);
      }
    }

    private static String text(Optional<At<String>> name) {
      return name.isPresent() ? name.get().value() : "";
    }

    private static String shown(String name) {
      return name.isEmpty() ? "none" : quote(name);
    }

    private static String scalar(String name) {
      return name.isEmpty() ? "\"\"" : name;
    }

    private void mismatch(Span span, String asked, String given, String remedy) {
      findings.add(
          Code.PAIR_MISMATCH,
          span,
          "claim "
              + quote(claim.name())
              + " asks for "
              + asked
              + ", but volume "
              + quote(volume.name())
              + " has "
              + given
              + CONSEQUENCE,
          remedy + " in the claim, or change the volume");
    }
  }
}
