package dev.fairlead.binding;

import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.VolumeDraft;
import java.util.Optional;

/** Who stands behind a claim of this call. */
public record Target(Optional<VolumeDraft> volume, Optional<ClaimDraft> declared) {}
