package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.tree.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A volume and its claim agree. If both name each other, Kubernetes binds them without comparing
 * them, and then the pod fails or the claim promises what the disk can't do. If only one names the
 * other, the claim stays Pending. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class PairAgreement extends Rule {
  @Override
  void check(Plan plan, Findings findings) {
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

  private record Pair(Volume volume, Claim claim, Findings findings) {
    void check() {
      checkSize();
      checkAccessModes();
      checkMode();
      checkClass();
      checkAttributesClass();
    }

    private void checkSize() {
      Quantity asked = claim.request().value();
      Quantity given = volume.capacity().value();
      if (asked.compareTo(given) > 0) {
        findings.add(
            Code.CLAIM_TOO_LARGE,
            claim.request().span(),
            message(
                "claim {} asks for {}, more than the {} of volume {}: such a pair binds wrongly or"
                    + " not at all",
                claim.name(),
                asked.text(),
                given.text(),
                volume.name()),
            message("ask for {} or less", given));
      }
    }

    private void checkAccessModes() {
      List<AccessMode> given = volume.accessModes().value();
      for (AccessMode asked : claim.accessModes().value()) {
        if (!given.contains(asked)) {
          String modes = given.toString();
          mismatch(
              claim.accessModes().span(),
              "access mode",
              asked,
              plain(modes),
              "write accessModes: " + modes);
          return;
        }
      }
    }

    private void checkMode() {
      VolumeMode asked = claim.volumeMode().value();
      VolumeMode given = volume.volumeMode().value();
      if (asked != given) {
        mismatch(
            claim.volumeMode().span(), "volumeMode", asked, given, "write volumeMode: " + given);
      }
    }

    private void checkClass() {
      // Without a class, the claim gets the default class of the cluster, which is not known here.
      if (claim.storageClassName().isEmpty()) {
        return;
      }
      Located<String> asked = claim.storageClassName().get();
      String given = volume.storageClassName().value();
      if (!asked.value().equals(given)) {
        mismatch(
            asked.span(),
            "storageClassName",
            asked.value(),
            given,
            "write storageClassName: " + (given.isEmpty() ? "\"\"" : given));
      }
    }

    private void checkAttributesClass() {
      String asked = text(claim.volumeAttributesClassName());
      String given = text(volume.volumeAttributesClassName());
      if (!asked.equals(given)) {
        mismatch(
            claim
                .volumeAttributesClassName()
                .map(Located::span)
                .orElse(claim.metadata().name().span()),
            "volumeAttributesClassName",
            shown(asked),
            shown(given),
            given.isEmpty()
                ? "leave volumeAttributesClassName out"
                : "write volumeAttributesClassName: " + given);
      }
    }

    private static String text(Optional<Located<String>> name) {
      return name.isPresent() ? name.get().value() : "";
    }

    private static Object shown(String name) {
      return name.isEmpty() ? plain("none") : name;
    }

    private void mismatch(Span span, String field, Object asked, Object given, String remedy) {
      findings.add(
          Code.PAIR_MISMATCH,
          span,
          message(
              "claim {} asks for {} {}, but volume {} has {}: such a pair binds wrongly or not at"
                  + " all",
              claim.name(),
              plain(field),
              asked,
              volume.name(),
              given),
          remedy + " in the claim, or change the volume");
    }
  }
}
