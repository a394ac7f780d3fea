package dev.fairlead.pipeline;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.binding.Bindings;
import dev.fairlead.binding.ClaimNormalizer;
import dev.fairlead.binding.VolumeNormalizer;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Claim;
import dev.fairlead.model.KubernetesVersion;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Spec;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.UniqueNames;
import dev.fairlead.spec.VolumeDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.spec.WrittenOut;
import dev.fairlead.tree.Located;
import dev.fairlead.wiring.Built;
import dev.fairlead.wiring.ExistingWorkloads;
import dev.fairlead.wiring.WorkloadNormalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the documents of a call into a plan. Completes all volumes and claims before the first
 * mount, because a mount may refer to a claim of another document.
 */
public final class Normalizer {
  private final Optional<KubernetesVersion> kubernetes;
  private final ExistingWorkloads manifests;
  private final Diagnostics diagnostics;
  private final Built built = new Built();

  /**
   * {@code kubernetes} is the version that the command line names. {@code diagnostics} has the
   * findings of the schema already.
   */
  public Normalizer(
      Optional<KubernetesVersion> kubernetes,
      ExistingWorkloads manifests,
      Diagnostics diagnostics) {
    this.kubernetes = kubernetes;
    this.manifests = manifests;
    this.diagnostics = diagnostics;
  }

  /** The plan, without resources that have an error. */
  public Plan normalize(List<WrittenOut> documents) {
    List<SpecDraft> drafts = new ArrayList<>();
    for (WrittenOut document : documents) {
      drafts.add(new SpecDraft(document, diagnostics));
    }
    UniqueNames.check(drafts, diagnostics);
    Bindings bindings = new Bindings(drafts, manifests, diagnostics);
    List<List<Volume>> volumes = new ArrayList<>();
    List<List<Claim>> claims = new ArrayList<>();
    for (SpecDraft draft : drafts) {
      List<Volume> ofDraft = volumes(draft, bindings);
      volumes.add(ofDraft);
      claims.add(claims(draft, ofDraft));
    }
    List<Spec> specs = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      SpecDraft draft = drafts.get(i);
      List<Workload> workloads = workloads(draft, bindings);
      Spec spec =
          new Spec(draft.name(), kubernetes(draft), volumes.get(i), claims.get(i), workloads);
      checkComplete(draft, spec);
      specs.add(spec);
    }
    return new Plan(specs);
  }

  /** The version that the command line or the spec names. */
  private Optional<KubernetesVersion> kubernetes(SpecDraft draft) {
    Optional<Located<String>> written = draft.kubernetes();
    if (written.isEmpty()) {
      return kubernetes;
    }
    String text = written.get().value();
    if (kubernetes.isPresent() && !kubernetes.get().toString().equals(text)) {
      diagnostics.addUnlessReported(
          Diagnostic.of(
                  Code.KUBERNETES_VERSION,
                  written.get().span(),
                  message(
                      "kubernetes is {}, but --kubernetes is {}",
                      text,
                      kubernetes.get().toString()))
              .withHint("leave one of them out"));
      // Findings about either version would only follow from this one.
      return Optional.empty();
    }
    return KubernetesVersion.of(text);
  }

  private List<Volume> volumes(SpecDraft spec, Bindings bindings) {
    VolumeNormalizer normalizer = new VolumeNormalizer(spec, bindings, diagnostics);
    List<Volume> volumes = new ArrayList<>();
    for (VolumeDraft draft : spec.volumes()) {
      Optional<Volume> volume = normalizer.normalize(draft);
      if (volume.isPresent()) {
        volumes.add(volume.get());
        built.add(draft, volume.get());
      }
    }
    return volumes;
  }

  private List<Claim> claims(SpecDraft spec, List<Volume> volumes) {
    Map<String, Volume> byName = new HashMap<>();
    for (Volume volume : volumes) {
      byName.putIfAbsent(volume.name(), volume);
    }
    ClaimNormalizer normalizer = new ClaimNormalizer(spec, byName, diagnostics);
    List<Claim> claims = new ArrayList<>();
    for (ClaimDraft draft : spec.claims()) {
      Optional<Claim> claim = normalizer.normalize(draft);
      if (claim.isPresent()) {
        claims.add(claim.get());
        built.add(draft, claim.get());
      }
    }
    return claims;
  }

  private List<Workload> workloads(SpecDraft spec, Bindings bindings) {
    WorkloadNormalizer normalizer =
        new WorkloadNormalizer(spec, bindings, built, manifests, diagnostics);
    List<Workload> workloads = new ArrayList<>();
    for (WorkloadDraft draft : spec.workloads()) {
      Optional<Workload> workload = normalizer.normalize(draft);
      if (workload.isPresent()) {
        workloads.add(workload.get());
      }
    }
    return workloads;
  }

  /** A resource that is missing although there is no error is a bug: it would be lost silently. */
  private void checkComplete(SpecDraft draft, Spec spec) {
    int expected = 0;
    for (WorkloadDraft workload : draft.workloads()) {
      boolean made = manifests.known() ? !workload.isOnlyEach() : !workload.isExisting();
      expected += made ? 1 : 0;
    }
    boolean complete =
        spec.volumes().size() == draft.volumes().size()
            && spec.claims().size() == draft.claims().size()
            && spec.workloads().size() == expected;
    if (!complete && !diagnostics.hasErrors()) {
      throw new IllegalStateException("part of the spec " + draft.name() + " was lost");
    }
  }
}
