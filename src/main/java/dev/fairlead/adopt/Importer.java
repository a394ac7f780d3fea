package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the shortest spec that renders to what is there. */
public final class Importer {
  private final ImportOptions options;
  private final Diagnostics diagnostics;
  private final OwnParts parts = new OwnParts();

  /** What can't be said in a spec goes to {@code diagnostics}, with its place in the input. */
  public Importer(ImportOptions options, Diagnostics diagnostics) {
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** A document of the spec: its name, and its text. */
  public record Written(String name, String text) {}

  /** The documents of the spec, without the objects that can't be imported. */
  public List<Written> write(Dump dump) {
    List<Found> volumes = found(dump.volumes());
    List<Found> claims = found(dump.claims());
    claims = new Namespaces(volumes, claims, options, diagnostics).complete(claims);
    volumes = new Gathering(options, diagnostics).volumes(volumes, claims);
    Attempt attempt = sound(new Drafts(options).of(volumes, claims));
    new Comparison(diagnostics).compare(attempt);
    return attempt.written();
  }

  private List<Found> found(List<? extends Live> objects) {
    List<Found> found = new ArrayList<>(objects.size());
    for (Live object : objects) {
      found.add(Gathering.found(object.manifest(), parts));
    }
    return found;
  }

  /** Writes until what is left has no errors, and reports what was left out. */
  private Attempt sound(List<Draft> drafts) {
    while (true) {
      Attempt attempt = new Attempt(drafts, true);
      if (attempt.errors().isEmpty()) {
        return attempt;
      }
      // Without defaults, every error stands at the entry that it is about.
      Attempt plain = new Attempt(drafts, false);
      boolean removed = false;
      for (Diagnostic error : plain.errors()) {
        Optional<Attempt.Place> place = plain.place(error.span());
        if (place.isPresent()) {
          report(error, place.get());
          removed |= place.get().draft().remove(place.get().item());
        }
      }
      if (!removed) {
        throw new IllegalStateException("the spec has an error: " + attempt.errors().get(0));
      }
      drafts.removeIf(Draft::isEmpty);
    }
  }

  private void report(Diagnostic error, Attempt.Place place) {
    List<String> names = new ArrayList<>();
    for (Found origin : place.item().origins()) {
      names.add(ObjectName.of(origin));
    }
    diagnostics.add(
        Diagnostic.of(
                Code.NOT_IMPORTED,
                place.span(),
                message(
                    "{} can't be imported: {}",
                    plain(String.join(" and ", names)),
                    plain(error.message())))
            .withHint(
                error.hint().map(hint -> hint + "; ").orElse("")
                    + "fairlead explain "
                    + error.code().slug()
                    + " says more"));
  }
}
