package dev.fairlead.pipeline;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.KubernetesVersion;
import dev.fairlead.model.PatchedManifest;
import dev.fairlead.model.Plan;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.schema.ManifestSchema;
import dev.fairlead.schema.PodVolumes;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.SpecReader;
import dev.fairlead.spec.WrittenOut;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import dev.fairlead.wiring.ExistingWorkloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns specs into a plan that can be rendered. */
public final class Transpiler {
  private final SpecSchema schema = SpecSchema.load();
  private final PodVolumes podVolumes = new PodVolumes();
  private final Optional<KubernetesVersion> kubernetes;

  /** A transpiler for the versions of Kubernetes that the specs name. */
  public Transpiler() {
    this(Optional.empty());
  }

  /** A transpiler for one version of Kubernetes, if the command line names it. */
  public Transpiler(Optional<KubernetesVersion> kubernetes) {
    this.kubernetes = kubernetes;
  }

  /**
   * Reads the workloads in finished manifests. With {@code strict}, scalars that YAML readers
   * disagree about are errors.
   */
  public static ExistingWorkloads existing(
      List<SpecInput> manifests, boolean strict, Diagnostics diagnostics) {
    SpecReader reader =
        strict
            ? new SpecReader(new KubernetesNumbers(), diagnostics)
            : SpecReader.ofManifests(diagnostics);
    List<Tree> roots = new ArrayList<>();
    for (SpecInput input : manifests) {
      for (Document document : reader.read(input.name(), input.bytes())) {
        roots.add(document.root());
      }
    }
    return new ExistingWorkloads(roots);
  }

  /**
   * Parses, validates, completes and checks all inputs together. Mistakes of the user are added to
   * {@code diagnostics} and never thrown. If there are no errors, the plan can be rendered.
   */
  public Plan transpile(List<SpecInput> inputs, Diagnostics diagnostics) {
    return transpile(inputs, ExistingWorkloads.none(), diagnostics);
  }

  /** The same, with the manifests of existing workloads. */
  public Plan transpile(
      List<SpecInput> inputs, ExistingWorkloads manifests, Diagnostics diagnostics) {
    List<Document> documents = new ArrayList<>();
    SpecReader reader = new SpecReader(new KubernetesNumbers(), diagnostics);
    for (SpecInput input : inputs) {
      documents.addAll(reader.read(input.name(), input.bytes()));
    }
    return transpileDocuments(documents, manifests, diagnostics);
  }

  /** Checks the shape of the manifests that mounts are added to, as verify does. */
  private static void checkPatched(Plan plan, Diagnostics diagnostics) {
    List<PatchedManifest> patched = plan.patchedManifests();
    if (!patched.isEmpty()) {
      ManifestSchema schema = new ManifestSchema();
      for (PatchedManifest manifest : patched) {
        Mapping root = manifest.manifest();
        schema.check(new Document(root.file(), root), diagnostics);
      }
    }
  }

  /** The same for parsed documents. */
  public Plan transpileDocuments(
      List<Document> documents, ExistingWorkloads manifests, Diagnostics diagnostics) {
    List<WrittenOut> specs = new ArrayList<>();
    for (Document document : documents) {
      if (SpecKind.check(document, diagnostics)) {
        schema.check(document, diagnostics);
        podVolumes.check(document, diagnostics);
        WrittenOut spec = WrittenOut.of(document, diagnostics);
        if (spec.document() != document) {
          schema.checkWrittenOut(document, spec.document(), diagnostics);
        }
        specs.add(spec);
      }
    }
    Plan plan = new Normalizer(kubernetes, manifests, diagnostics).normalize(specs);
    checkPatched(plan, diagnostics);
    Rules.checkSpecs(plan, diagnostics);
    return plan;
  }
}
