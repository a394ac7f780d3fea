package dev.fairlead.spec;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Guard;
import dev.fairlead.model.Metadata;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.util.List;
import java.util.Optional;

/** Writes what {@code protect} asks for into the metadata of volumes and claims. */
final class Protection {
  private final List<Located<String>> words;
  private final Diagnostics diagnostics;

  Protection(List<Located<String>> words, Diagnostics diagnostics) {
    this.words = words;
    this.diagnostics = diagnostics;
  }

  /** The metadata with the annotations and labels that keep the resource. */
  Metadata addTo(Metadata metadata) {
    Mapping labels = metadata.labels();
    Mapping annotations = metadata.annotations();
    for (Located<String> word : words) {
      Optional<Guard> guard = Guard.of(word.value());
      if (guard.isEmpty()) {
        continue;
      }
      if (guard.get().isLabel()) {
        labels = with(labels, "label", guard.get(), word.span(), metadata);
      } else {
        annotations = with(annotations, "annotation", guard.get(), word.span(), metadata);
      }
    }
    return new Metadata(
        metadata.name(), metadata.namespace(), labels, annotations, metadata.finalizers());
  }

  private Mapping with(Mapping written, String what, Guard guard, Span word, Metadata metadata) {
    Optional<Located<String>> own = written.string(guard.key());
    Optional<String> value =
        own.isPresent() ? guard.joined(own.get().value()) : Optional.of(guard.value());
    if (value.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.CONFLICTING_FIELDS,
                  own.get().span(),
                  message(
                      "{} {} of {} is {}, the opposite of {} in protect; accepted beside it: {}",
                      plain(what),
                      guard.key(),
                      metadata.name().value(),
                      own.get().value(),
                      guard.word(),
                      guard.value()))
              .withHint("remove it, or " + guard.word() + " from protect")
              .withRelated(word, "protected here"));
      return written;
    }
    return written.with(guard.key(), Scalar.string(value.get(), word));
  }
}
