package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Message;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a claim with the volume that it names, or that names it. There is one finding for a
 * pair, however much of it disagrees.
 */
record Pair(Volume volume, Claim claim, Findings findings) {
  private static final String WRITE = "write ";

  void check() {
    List<Disagreement> found = new ArrayList<>();
    size(found);
    accessModes(found);
    mode(found);
    attributesClass(found);
    checkClass(found);
    if (found.size() == 1) {
      findings.add(found.get(0).label(alone(found.get(0))));
    } else if (!found.isEmpty()) {
      findings.add(together(found));
    }
  }

  private boolean isReserved() {
    return volume.claimRef().isPresent() && volume.claimRef().get().value().matches(claim.ref());
  }

  /** Whether the claim of a spec takes from its volume what it leaves out. */
  private boolean followsVolume() {
    return !findings.inManifests() && isReserved() && claim.volumeName().isPresent();
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
  private void size(List<Disagreement> found) {
    if (!claim.recorded().bound() && claim.exceeds(volume)) {
      found.add(
          new Disagreement(
              Code.CLAIM_TOO_LARGE,
              "storage",
              quoted(claim.request()),
              quoted(volume.capacity()),
              WRITE + "storage: " + volume.capacity().value()));
    }
  }

  private void accessModes(List<Disagreement> found) {
    if (claim.missingMode(volume).isPresent()) {
      String modes = volume.accessModes().value().toString();
      found.add(
          new Disagreement(
              Code.PAIR_MISMATCH,
              "accessModes",
              list(claim.accessModes()),
              list(volume.accessModes()),
              WRITE + "accessModes: " + modes));
    }
  }

  private void mode(List<Disagreement> found) {
    if (!claim.hasVolumeModeOf(volume)) {
      found.add(
          new Disagreement(
              Code.PAIR_MISMATCH,
              "volumeMode",
              claim.volumeMode(),
              volume.volumeMode(),
              WRITE + "volumeMode: " + volume.volumeMode().value()));
    }
  }

  private void attributesClass(List<Disagreement> found) {
    if (claim.hasAttributesClassOf(volume)) {
      return;
    }
    Located<?> asked = shown(claim.volumeAttributesClassName(), claim);
    Located<?> given = shown(volume.volumeAttributesClassName(), volume);
    Disagreement differs =
        new Disagreement(
            Code.PAIR_MISMATCH,
            "volumeAttributesClassName",
            asked,
            given,
            given.value() instanceof Message.Plain
                ? "leave volumeAttributesClassName out"
                : WRITE + "volumeAttributesClassName: " + given.value());
    if (!findings.inManifests() || !isReserved() || claim.volumeName().isEmpty()) {
      found.add(differs);
      return;
    }
    findings.warn(
        List.of(volume, claim),
        differs.label(
            Diagnostic.of(
                    Code.CLASS_DIFFERS,
                    asked.span(),
                    message(
                        "claim {} has the attributes class {}, but volume {} has {}: they bind only"
                            + " because they name each other",
                        claim.name(),
                        asked.value(),
                        volume.name(),
                        given.value()))
                .withHint(differs.remedy() + " in the claim, or change the volume")));
  }

  /** A name, or "none" at the place of the resource. */
  private static Located<?> shown(Optional<Located<String>> name, Resource resource) {
    boolean none = name.isEmpty() || name.get().value().isEmpty();
    return none
        ? new Located<>(
            plain("none"), name.isEmpty() ? resource.metadata().name().span() : name.get().span())
        : name.get();
  }

  private static Located<?> quoted(Located<Quantity> size) {
    return new Located<>(size.value().text(), size.span());
  }

  /** Access modes in brackets, which messages show without quotes. */
  private static Located<?> list(Located<List<AccessMode>> modes) {
    return new Located<>(plain(modes.value().toString()), modes.span());
  }

  private void checkClass(List<Disagreement> found) {
    Located<String> given = volume.storageClassName();
    if (claim.storageClassName().isEmpty()) {
      if (!isReserved()) {
        defaultClass(given);
      }
      return;
    }
    if (claim.hasClassOf(volume)) {
      return;
    }
    Located<String> asked = claim.storageClassName().get();
    String remedy = WRITE + "storageClassName: " + yaml(given.value());
    Disagreement differs =
        new Disagreement(Code.PAIR_MISMATCH, "storageClassName", asked, given, remedy);
    boolean compared = !isReserved();
    List<Resource> about = List.of(volume, claim);
    if (compared || (!findings.inManifests() && claim.volumeName().isPresent())) {
      found.add(differs);
    } else if (found.isEmpty()) {
      Diagnostic warning =
          Diagnostic.of(
                  Code.CLASS_DIFFERS,
                  asked.span(),
                  message(
                      "claim {} has the class {}, but volume {} has {}: they bind only because the"
                          + " volume names the claim",
                      claim.name(),
                      asked.value(),
                      volume.name(),
                      given.value()))
              .withHint(remedy + " in the claim, or change the volume");
      findings.warnUnlessReported(about, differs.label(warning));
    } else if (!findings.isIgnored(Code.CLASS_DIFFERS, about)) {
      found.add(differs);
    }
  }

  /** The claim alone names the volume, so its class counts, which the cluster fills in. */
  private void defaultClass(Located<String> given) {
    findings.warn(
        List.of(volume, claim),
        Diagnostic.of(
                Code.DEFAULT_CLASS,
                claim.volumeName().map(Located::span).orElse(claim.metadata().name().span()),
                message(
                    "claim {} names volume {} but no class: a cluster fills in its default class,"
                        + " and then the claim would stay Pending",
                    claim.name(),
                    volume.name()))
            .withHint(WRITE + "storageClassName: " + yaml(given.value()) + " in the claim")
            .withRelated(given.span(), message("the volume has the class {}", given.value())));
  }

  private static String yaml(String className) {
    return className.isEmpty() ? "\"\"" : className;
  }

  private Diagnostic alone(Disagreement found) {
    if (found.code() == Code.CLAIM_TOO_LARGE) {
      Quantity given = volume.capacity().value();
      return Diagnostic.of(
              found.code(),
              found.asked().span(),
              message(
                  "claim {} asks for {}, more than the {} of volume {}: {}",
                  claim.name(),
                  claim.request().value().text(),
                  given.text(),
                  volume.name(),
                  consequence()))
          .withHint(message("ask for {} or less", given));
    }
    return Diagnostic.of(
            found.code(),
            found.asked().span(),
            message(
                "claim {} asks for {} {}, but volume {} has {}: {}",
                claim.name(),
                plain(found.field()),
                found.asked().value(),
                volume.name(),
                found.given().value(),
                consequence()))
        .withHint(found.remedy() + " in the claim, or change the volume");
  }

  private Diagnostic together(List<Disagreement> found) {
    List<Message.Plain> fields = new ArrayList<>();
    StringBuilder remedy = new StringBuilder();
    boolean written = false;
    for (Disagreement each : found) {
      fields.add(plain(each.field()));
      boolean write = each.remedy().startsWith(WRITE);
      remedy.append(remedy.isEmpty() ? "" : ", ");
      remedy.append(write && written ? each.remedy().substring(WRITE.length()) : each.remedy());
      written = write;
    }
    Diagnostic finding =
        Diagnostic.of(
                Code.PAIR_MISMATCH,
                found.get(0).asked().span(),
                message(
                    "claim {} and volume {} do not agree in {}: {}",
                    claim.name(),
                    volume.name(),
                    fields,
                    consequence()))
            .withHint(
                followsVolume()
                    ? "leave them out of the claim, which then follows the volume"
                    : remedy + " in the claim, or change the volume");
    for (Disagreement each : found) {
      finding = each.label(finding);
    }
    return finding;
  }
}
