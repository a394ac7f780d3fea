package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.document.Document;
import dev.fairlead.model.At;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ManyVolumes;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Shared;
import dev.fairlead.model.Spec;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the documents of a call into its plan. */
public final class Normalizer {
  /** Volumes beyond which only their outlines stay in memory. */
  public static final int MOST_KEPT = 12_000;

  private final ExistingWorkloads manifests;
  private final Diagnostics diagnostics;
  private final int mostKept;

  /**
   * Findings go to {@code diagnostics}, which knows those of the schema already. Workloads that
   * exist are looked up among the manifests. No more than {@code mostKept} complete volumes stay in
   * memory.
   */
  public Normalizer(ExistingWorkloads manifests, int mostKept, Diagnostics diagnostics) {
    this.manifests = manifests;
    this.diagnostics = diagnostics;
    this.mostKept = mostKept;
  }

  /** The plan; what could not be completed for an error is left out of it. */
  public Plan normalize(List<Document> documents) {
    List<SpecDraft> drafts = new ArrayList<>();
    int count = 0;
    for (Document document : documents) {
      SpecDraft draft = new SpecDraft(document, diagnostics);
      drafts.add(draft);
      count += draft.volumes().size();
    }
    checkNames(drafts);
    Bindings bindings = new Bindings(drafts, diagnostics);
    MountResolver.Built built = new MountResolver.Built();
    boolean many = count > mostKept;
    List<List<Volume>> volumes = new ArrayList<>();
    List<List<Claim>> claims = new ArrayList<>();
    for (SpecDraft draft : drafts) {
      volumes.add(volumes(draft, bindings, built, many));
      claims.add(claims(draft, volumes.get(volumes.size() - 1), built));
    }
    List<Spec> specs = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      SpecDraft draft = drafts.get(i);
      MountResolver resolver = new MountResolver(draft, bindings, built, diagnostics);
      WorkloadNormalizer normalizer =
          new WorkloadNormalizer(draft, resolver, built, manifests, diagnostics);
      List<Workload> workloads = new ArrayList<>();
      for (Fields workload : draft.workloads()) {
        Optional<Workload> normalized = normalizer.normalize(workload);
        if (normalized.isPresent()) {
          workloads.add(normalized.get());
        }
      }
      Spec spec = new Spec(draft.name(), volumes.get(i), claims.get(i), workloads);
      checkComplete(draft, spec);
      specs.add(spec);
    }
    return new Plan(specs);
  }

  private List<Volume> volumes(
      SpecDraft spec, Bindings bindings, MountResolver.Built built, boolean many) {
    VolumeNormalizer normalizer = new VolumeNormalizer(spec, bindings, diagnostics);
    Shared shared = new Shared();
    List<VolumeDraft> complete = new ArrayList<>();
    List<Volume> volumes = new ArrayList<>();
    for (VolumeDraft draft : spec.volumes()) {
      Optional<Volume> normalized = normalizer.normalize(draft);
      if (normalized.isPresent()) {
        Volume volume = many ? normalized.get().outline(shared) : normalized.get();
        complete.add(draft);
        volumes.add(volume);
        built.volumes().put(draft, volume);
      }
    }
    return many
        ? new ManyVolumes(volumes, i -> normalizer.normalize(complete.get(i)).orElseThrow())
        : volumes;
  }

  private List<Claim> claims(SpecDraft spec, List<Volume> volumes, MountResolver.Built built) {
    Map<String, Volume> byName = new HashMap<>();
    for (Volume volume : ManyVolumes.outlines(volumes)) {
      byName.putIfAbsent(volume.name(), volume);
    }
    ClaimNormalizer normalizer = new ClaimNormalizer(spec, byName, diagnostics);
    List<Claim> claims = new ArrayList<>();
    for (ClaimDraft draft : spec.claims()) {
      Optional<Claim> claim = normalizer.normalize(draft);
      if (claim.isPresent()) {
        claims.add(claim.get());
        built.claims().put(draft, claim.get());
      }
    }
    return claims;
  }

  /** What is left out without an error would be lost without a word. */
  private void checkComplete(SpecDraft draft, Spec spec) {
    int expected = 0;
    for (Fields workload : draft.workloads()) {
      expected += manifests.known() || !workload.isTrue("existing") ? 1 : 0;
    }
    boolean complete =
        spec.volumes().size() == draft.volumes().size()
            && spec.claims().size() == draft.claims().size()
            && spec.workloads().size() == expected;
    if (!complete && !diagnostics.hasErrors()) {
      throw new IllegalStateException("part of the spec " + draft.name() + " was lost");
    }
  }

  /** Volumes are cluster-wide, workloads unique by kind, namespace and name, in the whole call. */
  private void checkNames(List<SpecDraft> specs) {
    Map<String, At<String>> volumes = new HashMap<>();
    Map<String, At<String>> workloads = new HashMap<>();
    for (SpecDraft spec : specs) {
      for (VolumeDraft volume : spec.volumes()) {
        if (volume.name().isPresent()) {
          At<String> name = volume.name().get();
          unique("volume", name.value(), name, volumes);
        }
      }
      for (Fields workload : spec.workloads()) {
        Optional<At<String>> name = workload.text("name");
        if (name.isPresent()) {
          String namespace = spec.namespaceOf(workload).value();
          String key = namespace + "/" + name.get().value();
          unique(workload.textOr("kind", "Pod"), key, name.get(), workloads);
        }
      }
    }
  }

  private void unique(String kind, String key, At<String> name, Map<String, At<String>> seen) {
    At<String> first = seen.putIfAbsent(kind + " " + key, name);
    if (first != null) {
      diagnostics.add(
          Code.DUPLICATE_NAME,
          name.span(),
          kind + " " + quote(key) + " is there twice; first at " + first.span(),
          "rename one of them, or leave it out");
    }
  }
}
