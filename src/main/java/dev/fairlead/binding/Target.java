package dev.fairlead.binding;

import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.VolumeDraft;
import java.util.Optional;

/** The volume that is bound to a claim, and the claim itself if it is declared. */
public record Target(Optional<VolumeDraft> volume, Optional<ClaimDraft> declared) {}
