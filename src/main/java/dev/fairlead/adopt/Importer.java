package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.tree.Tree;
import dev.fairlead.wiring.ExistingWorkloads;
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
    workloads = workloads(workloads, namespaces, volumes);
    claims = SetClaims.withoutLabelsOfSets(claims, workloads);
    volumes = new Gathering(options, diagnostics).volumes(volumes, claims);
    return new Contents(volumes, claims, workloads);
  }

  /** Workloads that the spec only has because of their claims need no namespace of their own. */
  private List<Found> workloads(List<Found> workloads, Namespaces namespaces, List<Found> volumes) {
    return options.workloads() == ImportOptions.Workloads.NONE
        ? new Namespaces(volumes, workloads, options, new Diagnostics()).complete(workloads)
        : namespaces.complete(workloads);
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
    ExistingWorkloads existing = existing(contents);
    while (true) {
      Contents left = contents.without(excluded);
      boolean someLong = false;
      for (Draft draft : new Drafts(left, options, withoutEach).sorted()) {
        someLong |= withoutEach.addAll(draft.setsWithOwnLabels());
      }
      if (someLong) {
        continue;
      }
      Attempt attempt =
          new Attempt(new Drafts(left, options, withoutEach).sorted(), existing, true);
      if (attempt.errors().isEmpty()) {
        return attempt;
      }
      // Without defaults, every error stands at the entry that it is about.
      Attempt plain = new Attempt(new Drafts(left, options, withoutEach).sorted(), existing, false);
      Set<Found> shortened = new HashSet<>();
      boolean known = false;
      for (Diagnostic error : plain.errors()) {
        Optional<Attempt.Place> place = plain.place(error.span());
        if (place.isPresent()) {
          known = true;
          giveUp(error, place.get(), excluded, shortened, withoutEach);
        }
      }
      withoutEach.addAll(shortened);
      if (!known) {
        throw new IllegalStateException("the spec has an error: " + attempt.errors().get(0));
      }
    }
  }

  /** The manifests that {@code render --resources} would have to have. */
  private ExistingWorkloads existing(Contents contents) {
    if (options.workloads() != ImportOptions.Workloads.EXISTING) {
      return ExistingWorkloads.none();
    }
    List<Tree> manifests = new ArrayList<>();
    contents.workloads().forEach(workload -> manifests.add(workload.manifest()));
    return new ExistingWorkloads(manifests);
  }

  /** Leaves an entry out, or only the short form of claims of a StatefulSet. */
  private void giveUp(
      Diagnostic error,
      Attempt.Place place,
      Set<Found> excluded,
      Set<Found> shortened,
      Set<Found> withoutEach) {
    Draft.Item item = place.item();
    boolean each = item.entry().fields().has("each") && !withoutEach.contains(item.subject());
    if (each) {
      shortened.add(item.subject());
    } else {
      report(error, place);
      excluded.add(item.subject());
      excluded.addAll(item.origins());
    }
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
