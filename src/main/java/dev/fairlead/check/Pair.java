package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Message;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.tree.Located;
import java.util.List;
import java.util.Optional;

/** Compares a claim with the volume that it names, or that names it. */
record Pair(Volume volume, Claim claim, Findings findings) {
  void check() {
    checkSize();
    checkAccessModes();
    checkMode();
    checkClass();
    checkAttributesClass();
  }

  private boolean isReserved() {
    return volume.claimRef().isPresent() && volume.claimRef().get().value().matches(claim.ref());
  }

  /** What becomes of a pair that doesn't agree. */
  private Message.Plain consequence() {
    if (!isReserved()) {
      return plain("the claim would stay Pending");
    }
    return claim.volumeName().isEmpty()
        ? plain("Kubernetes would pass the volume over")
        : plain("they name each other, so Kubernetes binds them without comparing");
  }

  /** The request of a bound claim may exceed its volume: then it is being expanded. */
  private void checkSize() {
    if (claim.recorded().bound()) {
      return;
    }
    if (claim.exceeds(volume)) {
      Quantity asked = claim.request().value();
      Quantity given = volume.capacity().value();
      findings.add(
          Code.CLAIM_TOO_LARGE,
          claim.request().span(),
          message(
              "claim {} asks for {}, more than the {} of volume {}: {}",
              claim.name(),
              asked.text(),
              given.text(),
              volume.name(),
              consequence()),
          message("ask for {} or less", given));
    }
  }

  private void checkAccessModes() {
    Optional<AccessMode> asked = claim.missingMode(volume);
    if (asked.isPresent()) {
      String modes = volume.accessModes().value().toString();
      mismatch(
          claim.accessModes().span(),
          "access mode",
          asked.get(),
          plain(modes),
          "write accessModes: " + modes);
    }
  }

  private void checkMode() {
    if (!claim.hasVolumeModeOf(volume)) {
      VolumeMode asked = claim.volumeMode().value();
      VolumeMode given = volume.volumeMode().value();
      mismatch(claim.volumeMode().span(), "volumeMode", asked, given, "write volumeMode: " + given);
    }
  }

  private void checkClass() {
    String given = volume.storageClassName().value();
    if (claim.storageClassName().isEmpty()) {
      if (!isReserved()) {
        defaultClass(given);
      }
      return;
    }
    Located<String> asked = claim.storageClassName().get();
    if (claim.hasClassOf(volume)) {
      return;
    }
    String remedy = "write storageClassName: " + (given.isEmpty() ? "\"\"" : given);
    boolean compared = !isReserved();
    if (compared || (!findings.inManifests() && claim.volumeName().isPresent())) {
      mismatch(asked.span(), "storageClassName", asked.value(), given, remedy);
    } else {
      findings.warnUnlessReported(
          Code.CLASS_DIFFERS,
          List.of(volume, claim),
          asked.span(),
          message(
              "claim {} has the class {}, but volume {} has {}: they bind only because the volume"
                  + " names the claim",
              claim.name(),
              asked.value(),
              volume.name(),
              given),
          remedy + " in the claim, or change the volume");
    }
  }

  /** The claim alone names the volume, so its class counts, which the cluster fills in. */
  private void defaultClass(String given) {
    findings.warn(
        Code.DEFAULT_CLASS,
        List.of(volume, claim),
        claim.volumeName().map(Located::span).orElse(claim.metadata().name().span()),
        message(
            "claim {} names volume {} but no class: a cluster fills in its default class, and then"
                + " the claim would stay Pending",
            claim.name(),
            volume.name()),
        "write storageClassName: " + (given.isEmpty() ? "\"\"" : given) + " in the claim");
  }

  private void checkAttributesClass() {
    if (claim.hasAttributesClassOf(volume)) {
      return;
    }
    String asked = text(claim.volumeAttributesClassName());
    String given = text(volume.volumeAttributesClassName());
    Span span =
        claim.volumeAttributesClassName().map(Located::span).orElse(claim.metadata().name().span());
    String remedy =
        given.isEmpty()
            ? "leave volumeAttributesClassName out"
            : "write volumeAttributesClassName: " + given;
    boolean bound = isReserved() && claim.volumeName().isPresent();
    if (findings.inManifests() && bound) {
      findings.warn(
          Code.CLASS_DIFFERS,
          List.of(volume, claim),
          span,
          message(
              "claim {} has the attributes class {}, but volume {} has {}: they bind only because"
                  + " they name each other",
              claim.name(),
              shown(asked),
              volume.name(),
              shown(given)),
          remedy + " in the claim, or change the volume");
    } else {
      mismatch(span, "volumeAttributesClassName", shown(asked), shown(given), remedy);
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
            "claim {} asks for {} {}, but volume {} has {}: {}",
            claim.name(),
            plain(field),
            asked,
            volume.name(),
            given,
            consequence()),
        remedy + " in the claim, or change the volume");
  }
}
