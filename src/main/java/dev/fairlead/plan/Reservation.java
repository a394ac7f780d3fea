package dev.fairlead.plan;

import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the claimRef of a live volume has to change so that the claim of the spec is bound to it, and
 * no other. The API server makes the change only if the claimRef is still that of the dump. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume">Reserving
 * a PersistentVolume</a>.
 */
record Reservation(LiveVolume volume, ClaimRef claim) {
  /** The change that a volume needs, if it needs one. */
  static Optional<Reservation> of(VolumeDecision decision, Decisions decisions) {
    if (decision.live().isEmpty() || decision.want().claimRef().isEmpty()) {
      return Optional.empty();
    }
    LiveVolume volume = decision.live().get();
    ClaimRef claim = decision.want().claimRef().get().value();
    boolean same = volume.claimRef().isPresent() && volume.claimRef().get().equals(claim);
    boolean held =
        decisions.live.holder(volume).isPresent() && !decisions.goneClaims.containsKey(claim);
    return same && (volume.claimUid().isEmpty() || held)
        ? Optional.empty()
        : Optional.of(new Reservation(volume, claim));
  }

  /** Whether only the uid of an earlier claim is in the way. */
  private boolean isStale() {
    return volume.claimRef().isPresent() && volume.claimRef().get().equals(claim);
  }

  /** What changes, in words. */
  String words() {
    String name = ObjectRef.claim(claim).words();
    if (isStale()) {
      return "its claimRef drops the uid of the old " + name;
    }
    return volume.claimRef().isEmpty()
        ? "it is reserved for " + name
        : "it is reserved for "
            + name
            + " instead of "
            + ObjectRef.claim(volume.claimRef().get()).words();
  }

  /** The step. */
  Step step(Decisions decisions) {
    ObjectRef object = ObjectRef.volume(volume.name());
    String why =
        isStale()
            ? "its claimRef has the uid of the old claim, and a new claim has another one"
            : "from now on, no other claim can be bound to it";
    Step step =
        Step.of(
                Step.Purpose.RESERVE,
                object,
                "Reserve " + object.words() + " for " + ObjectRef.claim(claim).words(),
                why,
                new Action.Patch(object, Action.PatchType.JSON, body()))
            .onlyIf(
                new Condition.Is(
                    object,
                    "{.metadata.uid} {.spec.claimRef.uid} {.spec.claimRef.name}",
                    volume.uid()
                        + " "
                        + volume.claimUid()
                        + " "
                        + volume.claimRef().map(ClaimRef::name).orElse("")));
    return volume.claimUid().isEmpty() ? step : step.requires(earlierIsGone(decisions));
  }

  /** The claim with the uid is gone: there is none of its name, or it is another one. */
  private Condition earlierIsGone(Decisions decisions) {
    ClaimRef earlier = volume.claimRef().orElseThrow();
    ObjectRef object = ObjectRef.claim(earlier);
    Optional<String> other =
        decisions
            .live
            .dump()
            .claim(earlier)
            .filter(live -> !decisions.goneClaims.containsKey(earlier))
            .map(live -> live.uid());
    return other.isPresent()
        ? new Condition.Is(object, "{.metadata.uid}", other.get())
        : new Condition.Gone(object);
  }

  private String body() {
    if (volume.claimRef().isEmpty()) {
      return "[{\"op\":\"test\",\"path\":\"/spec/claimRef\",\"value\":null},{\"op\":\"add\","
          + "\"path\":\"/spec/claimRef\",\"value\":"
          + reference()
          + "}]";
    }
    String field = volume.claimUid().isEmpty() ? "name" : "uid";
    String value = volume.claimUid().isEmpty() ? volume.claimRef().get().name() : volume.claimUid();
    String test =
        "[{\"op\":\"test\",\"path\":\"/spec/claimRef/"
            + field
            + "\",\"value\":"
            + JsonText.string(value)
            + "},"
            + (volume.claimUid().isEmpty()
                ? "{\"op\":\"test\",\"path\":\"/spec/claimRef/uid\",\"value\":null},"
                : "");
    return isStale()
        ? test + "{\"op\":\"remove\",\"path\":\"/spec/claimRef/uid\"}]"
        : test + "{\"op\":\"replace\",\"path\":\"/spec/claimRef\",\"value\":" + reference() + "}]";
  }

  private String reference() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("apiVersion", "v1");
    fields.put("kind", "PersistentVolumeClaim");
    fields.put("namespace", claim.namespace());
    fields.put("name", claim.name());
    return JsonText.of(fields);
  }
}
