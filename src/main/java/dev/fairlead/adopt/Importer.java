package dev.fairlead.adopt;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Severity;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.schema.ManifestSchema;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Tree;
import dev.fairlead.wiring.ExistingWorkloads;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the shortest spec that renders to what is there. */
public final class Importer {
  private final ImportOptions options;
  private final Diagnostics diagnostics;
  private final OwnParts parts = new OwnParts();
  private final ManifestSchema manifests = new ManifestSchema();

  /** What can't be said in a spec goes to {@code diagnostics}, with its place in the input. */
  public Importer(ImportOptions options, Diagnostics diagnostics) {
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** A document of the spec: its name, and its text. */
  public record Written(String name, String text) {}

  /** The documents of the spec, without the objects that can't be imported. */
  public List<Written> write(Dump dump) {
    Contents contents = contents(dump);
    Concessions concessions = new Concessions();
    // What a translation changes is no difference, so the comparison is done without.
    Attempt attempt = sound(contents, concessions, false);
    new Comparison(diagnostics).compare(attempt);
    return (options.csiMigration() ? sound(contents, concessions, true) : attempt).written();
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
    if (options.bind()) {
      BoundPairs pairs = new BoundPairs(volumes, claims);
      return new Contents(pairs.volumes(), pairs.claims(), workloads);
    }
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
  private Attempt sound(Contents contents, Concessions concessions, boolean csiMigration) {
    ExistingWorkloads existing = existing(contents);
    while (true) {
      Contents left = contents.without(concessions.excluded());
      List<Draft> drafts = new Drafts(left, options, concessions, csiMigration).sorted();
      if (concessions.addSets(drafts)) {
        continue;
      }
      Attempt attempt = new Attempt(drafts, existing, true);
      if (attempt.errors().isEmpty()) {
        return attempt;
      }
      // Without defaults, every error stands at the entry that it is about.
      Attempt plain = new Attempt(drafts, existing, false);
      if (!concede(plain, concessions)) {
        throw new IllegalStateException("the spec has an error: " + attempt.errors().get(0));
      }
    }
  }

  private boolean concede(Attempt attempt, Concessions concessions) {
    Concessions before = concessions.copy();
    boolean known = false;
    for (Diagnostic error : attempt.errors()) {
      Optional<Attempt.Place> place = attempt.place(error.span());
      if (place.isPresent()) {
        known = true;
        concede(error, place.get(), before, concessions);
      }
    }
    return known;
  }

  /** Gives up a short form or a translation if an entry has one, else the whole entry. */
  private void concede(
      Diagnostic error, Attempt.Place place, Concessions before, Concessions concessions) {
    Draft.Item item = place.item();
    Found subject = item.subject();
    if (item.entry().fields().has("each") && !before.withoutEach().contains(subject)) {
      concessions.withoutEach().add(subject);
    } else if (item.entry().fields().has("csiMigration") && !before.inTree().contains(subject)) {
      if (concessions.inTree().add(subject)) {
        diagnostics.add(
            Code.IMPORT_DIFFERENCE,
            place.span(),
            message(
                "{} is not translated to CSI: {}",
                plain(ObjectName.of(subject)),
                plain(error.message())));
      }
    } else {
      report(error, place);
      concessions.excluded().add(subject);
      concessions.excluded().addAll(item.origins());
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

  /** Reports what is wrong with the manifests themselves, else what is wrong with the spec. */
  private void report(Diagnostic error, Attempt.Place place) {
    Draft.Item item = place.item();
    Set<Found> objects = new LinkedHashSet<>(List.of(item.subject()));
    objects.addAll(item.origins());
    List<String> names = new ArrayList<>();
    Diagnostics ofManifests = new Diagnostics();
    for (Found object : objects) {
      names.add(ObjectName.of(object));
      manifests.check(new Document(object.manifest().file(), object.manifest()), ofManifests);
    }
    String what = String.join(" and ", names);
    List<Diagnostic> wrong =
        ofManifests.sorted().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    if (wrong.isEmpty()) {
      add(what, error, place.span());
    }
    wrong.forEach(finding -> add(what, finding, finding.span()));
  }

  private void add(String what, Diagnostic error, Span span) {
    diagnostics.add(
        Diagnostic.of(
                Code.NOT_IMPORTED,
                span,
                message(
                    "{} can't be imported: {}",
                    plain(what),
                    plain(error.message().replace(" at " + Attempt.PLACE, ""))))
            .withHint(
                error.hint().map(hint -> hint + "; ").orElse("")
                    + "fairlead explain "
                    + error.code().slug()
                    + " says more"));
  }
}
