package dev.fairlead.folder;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;
import static dev.fairlead.diagnostic.Quote.shorten;
import static dev.fairlead.diagnostic.Quote.visible;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fields that an updated manifest changes although they are immutable in Kubernetes: applying the
 * manifest would fail. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/">Persistent Volumes</a>.
 */
public final class FrozenFields {
  private FrozenFields() {}

  /** A warning for each changed field of the spec that is immutable in the cluster. */
  public static List<Diagnostic> findings(Change change) {
    if (change.type() != Change.Type.UPDATE) {
      return List.of();
    }
    Optional<Mapping> before = change.manifest(change.before());
    Optional<Mapping> after = change.manifest(change.after());
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Optional<FrozenKind> kind = FrozenKind.of(after.get().text("kind").orElse(""));
    if (kind.isEmpty() || !before.get().text("kind").orElse("").equals(kind.get().toString())) {
      return List.of();
    }
    // One finding per field of the spec: other changes in it have the same cause.
    Map<String, Difference> frozen = new LinkedHashMap<>();
    for (Difference difference : Difference.between(before.get(), after.get(), "spec")) {
      if (kind.get().freezes(difference, before.get())) {
        frozen.putIfAbsent(difference.field(), difference);
      }
    }
    String name = after.get().mapping("metadata").text("name").orElse("");
    return frozen.values().stream().map(d -> finding(kind.get(), name, d)).toList();
  }

  private static Diagnostic finding(FrozenKind kind, String name, Difference difference) {
    String message =
        message(
            "{} of {} {} changes, which {}",
            plain(visible(shorten(difference.path()))),
            kind,
            name,
            plain(kind.consequence(difference)));
    return Diagnostic.of(Code.FROZEN_FIELD, difference.place(), message).withHint(kind.remedy());
  }
}
