package dev.fairlead.binding;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.SetSpecs;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.VolumeDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which claim each volume is bound to, in all documents of a call. A volume is bound to at most one
 * claim, and a claim to at most one volume, see <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
public final class Bindings {
  private static final int MAX_NAME = 253;

  private final Diagnostics diagnostics;
  private final Map<VolumeDraft, Binding> byVolume;
  private final Map<ClaimRef, VolumeDraft> volumeByClaim = new HashMap<>();
  private final Map<ClaimRef, ClaimDraft> declared = new HashMap<>();

  /** Finds the bindings of all specs and reports those that contradict each other. */
  public Bindings(List<SpecDraft> specs, SetSpecs sets, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.byVolume = new Binder(sets, diagnostics).bind(specs);
    for (SpecDraft spec : specs) {
      for (VolumeDraft volume : spec.volumes()) {
        register(volume);
      }
    }
    for (SpecDraft spec : specs) {
      for (ClaimDraft claim : spec.claims()) {
        registerDeclared(claim);
      }
    }
  }

  /** The binding of a volume, if it has one. */
  public Optional<Binding> of(VolumeDraft volume) {
    return Optional.ofNullable(byVolume.get(volume));
  }

  /** The volume and the declared claim behind a claim; empty if this call has neither. */
  public Optional<Target> target(ClaimRef claim) {
    Optional<VolumeDraft> volume = Optional.ofNullable(volumeByClaim.get(claim));
    Optional<ClaimDraft> draft = Optional.ofNullable(declared.get(claim));
    return volume.isEmpty() && draft.isEmpty()
        ? Optional.empty()
        : Optional.of(new Target(volume, draft));
  }

  private void register(VolumeDraft volume) {
    Binding binding = byVolume.get(volume);
    if (binding == null) {
      return;
    }
    ClaimRef claim = binding.claim().value();
    if (binding.isReserved() && claim.name().length() > MAX_NAME) {
      diagnostics.add(
          Code.CLAIM_NAME_TOO_LONG,
          volume.fields().keySpan("reserve").orElse(volume.span()),
          message(
              "the name of the claim of volume {} would have {} characters; at most {} are"
                  + " accepted",
              volume.shownName(),
              claim.name().length(),
              MAX_NAME),
          "give the claim a name of its own with reserve: {name: ...}");
    }
    VolumeDraft before = volumeByClaim.putIfAbsent(claim, volume);
    if (before != null) {
      diagnostics.add(
          Diagnostic.of(
                  Code.CLAIM_BOUND_TWICE,
                  binding.claim().span(),
                  message(
                      "claim {} is already bound to volume {}; a claim can be bound to only one"
                          + " volume",
                      claim.toString(),
                      before.shownName()))
              .withHint("give each volume a claim of its own")
              .withRelated(byVolume.get(before).claim().span(), "first bound here"));
    }
  }

  private void registerDeclared(ClaimDraft claim) {
    if (claim.ref().isEmpty()) {
      return;
    }
    ClaimRef ref = claim.ref().get();
    ClaimDraft before = declared.putIfAbsent(ref, claim);
    Span span = claim.name().orElseThrow().span();
    VolumeDraft volume = volumeByClaim.get(ref);
    if (before != null) {
      diagnostics.add(
          Diagnostic.of(
                  Code.DUPLICATE_NAME, span, message("claim {} is declared twice", ref.toString()))
              .withHint("rename or remove one of them")
              .withRelated(before.name().orElseThrow().span(), "first declared here"));
    } else if (volume != null && byVolume.get(volume).isReserved()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.DUPLICATE_NAME,
                  span,
                  message(
                      "fairlead already makes the claim {} for volume {}",
                      ref.toString(),
                      volume.shownName()))
              .withHint(
                  "remove it, or write volume: "
                      + volume.shownName()
                      + " here and remove reserve from the volume")
              .withRelated(byVolume.get(volume).claim().span(), "made for this volume"));
    }
  }
}
