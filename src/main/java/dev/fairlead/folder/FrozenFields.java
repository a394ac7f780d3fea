package dev.fairlead.folder;

import static dev.fairlead.diagnostic.Quote.quote;
import static dev.fairlead.diagnostic.Quote.shorten;
import static dev.fairlead.diagnostic.Quote.visible;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.source.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an updated manifest changes although Kubernetes freezes it when the object is made: applying
 * it would fail. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/">Persistent Volumes</a>.
 */
public final class FrozenFields {
  private FrozenFields() {}

  /** A warning for each field of the spec that can't be changed in the cluster. */
  public static List<Diagnostic> findings(Change change) {
    if (change.type() != Change.Type.UPDATE) {
      return List.of();
    }
    Optional<JsonNode> before = manifest(change, change.before());
    Optional<JsonNode> after = manifest(change, change.after());
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Optional<FrozenKind> kind = FrozenKind.of(text(after.get(), "kind"));
    if (kind.isEmpty() || !text(before.get(), "kind").equals(kind.get().toString())) {
      return List.of();
    }
    // One finding for each field of the spec: what else changes in it follows from the same cause.
    Map<String, Difference> frozen = new LinkedHashMap<>();
    for (Difference difference : Difference.between(before.get(), after.get(), "spec")) {
      if (kind.get().freezes(difference, before.get())) {
        frozen.putIfAbsent(difference.field(), difference);
      }
    }
    List<Diagnostic> findings = new ArrayList<>();
    String object = kind.get() + " " + quote(after.get().path("metadata").path("name").asString());
    frozen.values().forEach(difference -> findings.add(finding(kind.get(), object, difference)));
    return findings;
  }

  private static Diagnostic finding(FrozenKind kind, String object, Difference difference) {
    String field = visible(shorten(difference.path()));
    String message = field + " of " + object + " changes, which " + kind.consequence(difference);
    return Diagnostic.of(Code.FROZEN_FIELD, difference.place(), message).withHint(kind.remedy());
  }

  /** The manifest in a text; none where the text is not one document that can be read. */
  private static Optional<JsonNode> manifest(Change change, String text) {
    List<Document> documents =
        SpecReader.ofManifests(new Diagnostics())
            .read(change.path(), text.getBytes(StandardCharsets.UTF_8));
    return documents.size() == 1 ? Optional.of(documents.get(0).root()) : Optional.empty();
  }

  private static String text(JsonNode manifest, String key) {
    return manifest.path(key).asString("");
  }
}
