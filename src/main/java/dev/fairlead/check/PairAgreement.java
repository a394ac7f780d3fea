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
    plan.volumes()
        .forEach(
            volume -> {
              byName.putIfAbsent(volume.name(), volume);
              volume.claimRef().ifPresent(ref -> byRef.putIfAbsent(ref.value(), volume));
            });
    plan.claims()
        .forEach(
            claim ->
                claim
                    .volumeName()
                    .map(name -> Optional.ofNullable(byName.get(name.value())))
                    .orElseGet(() -> Optional.ofNullable(byRef.get(claim.ref())))
                    .ifPresent(volume -> new Pair(volume, claim, findings).check()));
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
      List<AccessMode> missing =
          claim.accessModes().value().stream()
              .filter(mode -> !volume.accessModes().value().contains(mode))
              .toList();
      if (!missing.isEmpty()) {
        mismatch(
            claim.accessModes().span(),
            "access mode " + missing.get(0),
            volume.accessModes().value().toString(),
            "write accessModes: " + volume.accessModes().value());
      }
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

    private void checkClass() {
      // A claim that leaves the class to the cluster is bound to by name only: nothing to compare.
      claim
          .storageClassName()
          .filter(name -> !name.value().equals(volume.storageClassName().value()))
          .ifPresent(
              name ->
                  mismatch(
                      name.span(),
                      "storageClassName " + quote(name.value()),
                      quote(volume.storageClassName().value()),
                      "write storageClassName: " + scalar(volume.storageClassName().value())));
    }

    private void checkAttributesClass() {
      String ofClaim = claim.volumeAttributesClassName().map(At::value).orElse("");
      String ofVolume = volume.volumeAttributesClassName().map(At::value).orElse("");
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
