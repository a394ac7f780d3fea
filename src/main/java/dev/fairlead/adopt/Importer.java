package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Attempt attempt = sound(contents(dump));
    new Comparison(diagnostics).compare(attempt);
    return attempt.written();
  }

  private Contents contents(Dump dump) {
    List<Found> volumes = found(dump.volumes());
    List<Found> claims = found(dump.claims());
    List<Found> workloads = new WorkloadChoice(options, diagnostics).of(dump, parts);
    List<Found> namespaced = new ArrayList<>(claims);
    namespaced.addAll(workloads);
    Namespaces namespaces = new Namespaces(volumes, namespaced, options, diagnostics);
    claims = namespaces.complete(claims);
    workloads = namespaces.complete(workloads);
    claims = SetClaims.withoutLabelsOfSets(claims, workloads);
    volumes = new Gathering(options, diagnostics).volumes(volumes, claims);
    return new Contents(volumes, claims, workloads);
  }

  private List<Found> found(List<? extends Live> objects) {
    List<Found> found = new ArrayList<>(objects.size());
    for (Live object : objects) {
      found.add(Gathering.found(object.manifest(), parts));
    }
    return found;
  }

  /** Writes until what is left has no errors, and reports what was left out. */
  private Attempt sound(Contents contents) {
    Set<Found> excluded = new HashSet<>();
    Set<Found> withoutEach = new HashSet<>();
    while (true) {
      Contents left = contents.without(excluded);
      Attempt attempt = new Attempt(new Drafts(left, options, withoutEach).sorted(), true);
      if (attempt.errors().isEmpty()) {
        return attempt;
      }
      // Without defaults, every error stands at the entry that it is about.
      Attempt plain = new Attempt(new Drafts(left, options, withoutEach).sorted(), false);
      boolean changed = false;
      for (Diagnostic error : plain.errors()) {
        Optional<Attempt.Place> place = plain.place(error.span());
        if (place.isPresent()) {
          changed |= giveUp(error, place.get(), excluded, withoutEach);
        }
      }
      if (!changed) {
        throw new IllegalStateException("the spec has an error: " + attempt.errors().get(0));
      }
    }
  }

  /** Leaves an entry out, or the short form of it. */
  private boolean giveUp(
      Diagnostic error, Attempt.Place place, Set<Found> excluded, Set<Found> withoutEach) {
    Draft.Item item = place.item();
    if (item.entry().fields().has("each") && withoutEach.add(item.subject())) {
      return true;
    }
    report(error, place);
    excluded.add(item.subject());
    excluded.addAll(item.origins());
    return true;
  }

  private void report(Diagnostic error, Attempt.Place place) {
    List<String> names = new ArrayList<>();
    names.add(ObjectName.of(place.item().subject()));
    for (Found origin : place.item().origins()) {
      if (origin != place.item().subject()) {
        names.add(ObjectName.of(origin));
      }
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
