package dev.fairlead.doctor;

import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.tree.Mapping;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * How old the claims of a dump are. A dump does not say when it was made, but not before the latest
 * time in it. Nodes report every few minutes, so with them that is nearly the time of the dump.
 */
final class Ages {
  /** Longer than binder, provisioner and scheduler take if nothing is wrong. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Dump dump;
  private Optional<Instant> latest = Optional.empty();

  Ages(Dump dump) {
    this.dump = dump;
  }

  /** Whether the claim was certainly there for longer than any step takes. */
  boolean isOld(LiveClaim claim) {
    Optional<Instant> created = instant(claim.created());
    if (created.isEmpty()) {
      return false;
    }
    if (latest.isEmpty()) {
      latest = Optional.of(findLatest());
    }
    return created.get().plus(LONG).isBefore(latest.get());
  }

  private Instant findLatest() {
    String last = "";
    for (List<? extends Live> objects :
        List.of(dump.volumes(), dump.claims(), dump.workloads(), dump.nodes())) {
      for (Live live : objects) {
        last = later(last, live.created());
        for (Mapping condition : live.status().mappings("conditions")) {
          last = later(last, condition.stringOr("lastTransitionTime", ""));
          last = later(last, condition.stringOr("lastHeartbeatTime", ""));
        }
      }
    }
    return instant(last).orElse(Instant.MIN);
  }

  /** All times are in UTC and in one form, so their texts are in the order of time. */
  private static String later(String one, String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
