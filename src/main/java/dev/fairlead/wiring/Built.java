package dev.fairlead.wiring;

import dev.fairlead.binding.Target;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Volume;
import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.VolumeDraft;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The complete volumes and claims of all specs, by their drafts. */
public final class Built {
  private final Map<VolumeDraft, Volume> volumes = new IdentityHashMap<>();
  private final Map<ClaimDraft, Claim> claims = new IdentityHashMap<>();

  /** Adds a complete volume. */
  public void add(VolumeDraft draft, Volume volume) {
    volumes.put(draft, volume);
  }

  /** Adds a complete claim. */
  public void add(ClaimDraft draft, Claim claim) {
    claims.put(draft, claim);
  }

  Optional<Volume> volume(VolumeDraft draft) {
    return Optional.ofNullable(volumes.get(draft));
  }

  Optional<Volume> volume(Target target) {
    return target.volume().isPresent() ? volume(target.volume().get()) : Optional.empty();
  }

  Optional<Claim> declared(Target target) {
    return target.declared().isPresent()
        ? Optional.ofNullable(claims.get(target.declared().get()))
        : Optional.empty();
  }
}
