package dev.fairlead.krm;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists of specs that a strategic merge patch has replaced: without merge keys, kustomize does not
 * merge the lists of kinds that it does not know. What an item lacks then is not a mistake in the
 * spec. See <a
 * href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/openapi/">openapi</a>.
 */
final class ReplacedLists {
  private static final Set<Code> MISSING = Set.of(Code.MISSING_FIELD, Code.VOLUME_SOURCE);
  private static final List<String> LISTS = List.of("volumes", "claims", "workloads");

  /** A spec as its author wrote it, and as the client handed it over. */
  private record Patched(Mapping written, Mapping given) {}

  private final List<Patched> specs = new ArrayList<>();

  /** Adds a spec that the client has changed. */
  void add(Mapping written, Mapping given) {
    specs.add(new Patched(written, given));
  }

  /** The finding, with a hint if a patch has removed what is missing. */
  Diagnostic explained(Diagnostic finding) {
    if (!MISSING.contains(finding.code())) {
      return finding;
    }
    for (Patched spec : specs) {
      for (String list : LISTS) {
        Optional<Mapping> item = at(finding.span(), spec.given().mappings(list));
        if (item.isPresent() && hadMore(item.get(), spec.written().mappings(list))) {
          return finding.withHint(
              message(
                  "a patch has replaced the whole list {}: give kustomize the merge keys that"
                      + " \"fairlead kustomize-config --merge-keys\" prints, or write a JSON patch",
                  plain(list)));
        }
      }
    }
    return finding;
  }

  private static Optional<Mapping> at(Span span, List<Mapping> items) {
    return items.stream()
        .filter(item -> item.span().equals(span) || item.span().contains(span))
        .findFirst();
  }

  /** Whether the item of this name had fields that it now lacks. */
  private static boolean hadMore(Mapping item, List<Mapping> written) {
    return written.stream()
        .filter(other -> other.text("name").equals(item.text("name")))
        .anyMatch(other -> !item.keys().containsAll(other.keys()));
  }
}
