package dev.fairlead.manifest;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.KubernetesVersion;
import dev.fairlead.model.Names;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Spec;
import dev.fairlead.model.Variants;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Turns finished manifests into one plan. Skips objects that have nothing to do with storage. */
public final class ManifestReader {
  private static final Set<String> KINDS = ofKinds();

  /**
   * With more resources than this in all plans together, each plan has only those of its folder.
   */
  private static final int MAX_COMPARED = 2_000_000;

  private final Optional<KubernetesVersion> kubernetes;
  private final UnaryOperator<String> cluster;
  private final Diagnostics diagnostics;
  private final List<Volume> volumes = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Workload> workloads = new ArrayList<>();
  private final Map<Workload, String> controllers = new IdentityHashMap<>();
  private final Set<String> volumeNames = new HashSet<>();
  private final Variants variants;
  private final Set<ClaimRef> claimRefs = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Span> places = new HashMap<>();

  /**
   * Findings go to {@code diagnostics}. {@code kubernetes} is the version of the clusters, if it is
   * known. {@code cluster} says by the name of a file which cluster it is for: each may have the
   * same object.
   */
  public ManifestReader(
      Optional<KubernetesVersion> kubernetes,
      UnaryOperator<String> cluster,
      Diagnostics diagnostics) {
    this.kubernetes = kubernetes;
    this.cluster = cluster;
    this.variants = new Variants(cluster);
    this.diagnostics = diagnostics;
  }

  /** The plan of all documents; each document is a single object. */
  public Plan read(List<Document> documents) {
    for (Document document : documents) {
      read(document.root());
    }
    // An object with a controller is checked through the controller, if that is in the input.
    List<Workload> checked = new ArrayList<>();
    for (Workload workload : workloads) {
      if (!seen.contains(controllers.getOrDefault(workload, ""))) {
        checked.add(workload);
      }
    }
    return plan(volumes, claims, checked);
  }

  private Plan plan(List<Volume> volumes, List<Claim> claims, List<Workload> workloads) {
    return new Plan(List.of(new Spec("", kubernetes, volumes, claims, workloads)));
  }

  /**
   * The plan of each cluster: what has to do with one of the folders that hold variants. Only the
   * whole plan if there are no variants.
   */
  public List<Plan> clusters(Plan whole) {
    List<String> folders = variants.clusters();
    if (folders.isEmpty()) {
      return List.of(whole);
    }
    int size = whole.volumes().size() + whole.claims().size() + whole.workloads().size();
    boolean alone = (long) folders.size() * size > MAX_COMPARED;
    List<Plan> plans = new ArrayList<>();
    for (String folder : folders) {
      plans.add(
          plan(
              of(folder, alone, whole.volumes()),
              of(folder, alone, whole.claims()),
              of(folder, alone, whole.workloads())));
    }
    return plans;
  }

  /** The resources that have to do with a folder; if {@code alone}, only those in it. */
  private <T extends Resource> List<T> of(String folder, boolean alone, List<T> resources) {
    List<T> found = new ArrayList<>();
    for (T resource : resources) {
      Span place = resource.metadata().name().span();
      boolean in = cluster.apply(place.file().name()).startsWith(folder);
      if ((in || !alone) && !variants.isElsewhere(place, folder)) {
        found.add(resource);
      }
    }
    return found;
  }

  /** The kinds of the objects that it reads. */
  public static Set<String> kinds() {
    return KINDS;
  }

  private static Set<String> ofKinds() {
    Set<String> kinds = new HashSet<>(Set.of("PersistentVolume", "PersistentVolumeClaim"));
    for (WorkloadKind kind : WorkloadKind.values()) {
      kinds.add(kind.toString());
    }
    return Set.copyOf(kinds);
  }

  /** The names of all volumes and claims in the input, even of those that can't be checked. */
  public Names names() {
    return new Names(Set.copyOf(volumeNames), Set.copyOf(claimRefs));
  }

  /** Which folders hold variants of the same object. */
  public Variants variants() {
    return variants;
  }

  private void read(Tree root) {
    Mapping manifest = root instanceof Mapping mapping ? mapping : Mapping.empty(root.span());
    Optional<Located<String>> kind = manifest.string("kind");
    Optional<Located<String>> version = manifest.string("apiVersion");
    String missing = missing(manifest);
    if (!missing.isEmpty()) {
      diagnostics.add(
          Code.NOT_A_MANIFEST,
          root.span(),
          message("this is not a manifest: it lacks {}", plain(missing)),
          remedy(manifest));
      return;
    }
    if (version.get().value().startsWith("fairlead.dev/")) {
      diagnostics.add(
          Code.NOT_A_MANIFEST,
          version.get().span(),
          "this is a fairlead spec, not a manifest",
          "use fairlead check for specs; verify reads what fairlead render prints");
      return;
    }
    ManifestObject object = new ManifestObject(manifest, diagnostics);
    if (isNew(version.get().value(), kind.get().value(), object)) {
      read(version.get().value(), kind.get().value(), object);
    }
  }

  private static String remedy(Mapping manifest) {
    for (String wanted : List.of("apiVersion", "kind")) {
      if (!manifest.has(wanted)) {
        Optional<String> written = Nearest.only(wanted, manifest.keys());
        if (written.isPresent()) {
          return message("write {} instead of {}", plain(wanted), plain(written.get()));
        }
      }
    }
    return "pass the files that kubectl apply would get";
  }

  /** What of apiVersion and kind a manifest lacks. Empty if it has both. */
  private static String missing(Mapping manifest) {
    boolean version = manifest.stringOr("apiVersion", "").isEmpty();
    if (manifest.stringOr("kind", "").isEmpty()) {
      return version ? "apiVersion and kind" : "kind";
    }
    return version ? "apiVersion" : "";
  }

  private void read(String version, String kind, ManifestObject object) {
    addName(kind, object);
    switch (version + " " + kind) {
      case "v1 PersistentVolume" -> {
        Optional<Volume> volume = object.volume();
        if (volume.isPresent()) {
          volumes.add(volume.get());
        }
      }
      case "v1 PersistentVolumeClaim" -> {
        Optional<Claim> claim = object.claim();
        if (claim.isPresent()) {
          claims.add(claim.get());
        }
      }
      default -> {
        Optional<WorkloadKind> known = WorkloadKind.ofManifest(version, kind);
        if (known.isPresent()) {
          workload(known.get(), object);
        }
      }
    }
  }

  /** Remembers the name of a volume or claim. An error in its version does not make it absent. */
  private void addName(String kind, ManifestObject object) {
    if (kind.equals("PersistentVolume")) {
      volumeNames.add(object.name().value());
    } else if (kind.equals("PersistentVolumeClaim")) {
      claimRefs.add(new ClaimRef(object.namespace().value(), object.name().value()));
    }
  }

  private void workload(WorkloadKind kind, ManifestObject object) {
    Workload workload = object.workload(kind);
    workloads.add(workload);
    Optional<String> controller = object.controller();
    if (controller.isPresent()) {
      controllers.put(workload, controller.get());
    }
  }

  private boolean isNew(String version, String kind, ManifestObject object) {
    Located<String> name = object.name();
    String id = id(version, kind, object.namespace().value(), name.value());
    seen.add(id);
    if (name.value().isEmpty()) {
      return true;
    }
    Span place = name.span();
    Span first = places.putIfAbsent(id + " " + cluster.apply(place.file().name()), place);
    if (first == null || mayDiffer(kind, object, first)) {
      boolean known = !object.namespace().value().isEmpty() || kind.equals("PersistentVolume");
      variants.add(id, place, known);
      return true;
    }
    diagnostics.add(
        Diagnostic.of(
                Code.DUPLICATE_NAME,
                place,
                message("{} {} {} is defined twice", plain(version), plain(kind), name.value()))
            .withHint("rename or remove one of them")
            .withRelated(first, "first defined here"));
    return false;
  }

  /** Whether two files may be applied to different namespaces, because they name none. */
  private static boolean mayDiffer(String kind, ManifestObject object, Span first) {
    return object.namespace().value().isEmpty()
        && !kind.equals("PersistentVolume")
        && first.file() != object.name().span().file();
  }

  /** The identity of an object in the cluster. */
  static String id(String version, String kind, String namespace, String name) {
    return version + " " + kind + " " + namespace + "/" + name;
  }
}
