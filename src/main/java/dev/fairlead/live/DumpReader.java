package dev.fairlead.live;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.manifest.ManifestObject;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.NullFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the objects of a dump. */
public final class DumpReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  private final Diagnostics diagnostics;
  private final DumpKnowledge knowledge;
  private final Map<String, Live> objects = new LinkedHashMap<>();
  private final List<Live> repeated = new ArrayList<>();
  private final Map<String, Integer> others = new TreeMap<>();

  /**
   * A reader of a dump that holds all objects of the kinds in {@code complete}, even if there are
   * none. A document that is no object is a finding.
   */
  public DumpReader(Set<LiveKind> complete, Diagnostics diagnostics) {
    this.knowledge = new DumpKnowledge(complete);
    this.diagnostics = diagnostics;
  }

  /** All objects. Each document is one. */
  public Dump read(List<Document> documents) {
    for (Document document : documents) {
      if (document.root() instanceof Mapping root
          && root.text("apiVersion").isPresent()
          && root.text("kind").isPresent()) {
        read(root);
      } else {
        diagnostics.add(
            Code.NOT_A_MANIFEST,
            document.root().span(),
            "this is no object of a cluster: it lacks apiVersion or kind",
            "pass what kubectl get -o yaml or -o json prints");
      }
    }
    return new Dump(new ArrayList<>(objects.values()), knowledge, others);
  }

  private void read(Mapping root) {
    String version = root.stringOr("apiVersion", "");
    String word = root.stringOr("kind", "");
    if (version.startsWith("fairlead.dev/")) {
      diagnostics.add(
          Code.NOT_A_MANIFEST,
          root.spanOf("apiVersion"),
          "this is a fairlead spec, not an object of a cluster",
          "pass what kubectl get -o yaml or -o json prints");
      return;
    }
    Optional<LiveKind> kind = LiveKind.ofObject(version, word);
    if (kind.isPresent()) {
      add(kind.get(), object(kind.get(), (Mapping) NullFields.removed(root)));
    } else {
      others.merge(word, 1, Integer::sum);
    }
  }

  private void add(LiveKind kind, Live live) {
    if (!isName(live.name()) || !(live.namespace().isEmpty() || isName(live.namespace()))) {
      diagnostics.add(
          Code.INVALID_NAME,
          live.place(),
          message("no cluster has a {} of this name or namespace", kind),
          "pass what kubectl get -o yaml or -o json prints, without changes");
      return;
    }
    String namespace = live.namespace().isEmpty() ? "default" : live.namespace();
    knowledge.add(kind, namespace);
    String id = kind + " " + namespace + "/" + live.name();
    Live other = objects.get(id);
    if (other != null) {
      repeated.add(isNewer(live, other) ? other : live);
    }
    if (other == null || isNewer(live, other)) {
      objects.put(id, live);
    }
  }

  /** Objects of which the dump has a later state, or the same one twice. */
  public List<Live> repeated() {
    return repeated;
  }

  /**
   * Whether it is a DNS subdomain. The names get into commands, where a hyphen begins an option.
   */
  private static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether one of two states of an object is the later one. */
  private static boolean isNewer(Live live, Live other) {
    String version = live.resourceVersion();
    String before = other.resourceVersion();
    return version.length() != before.length()
        ? version.length() > before.length()
        : version.compareTo(before) > 0;
  }

  private static Live object(LiveKind kind, Mapping manifest) {
    // The API server has accepted it. What verify would say about it is not the question here.
    ManifestObject object = new ManifestObject(WholeBytes.of(manifest), new Diagnostics());
    return switch (kind) {
      case PERSISTENT_VOLUME -> new LiveVolume(manifest, object.volume());
      case PERSISTENT_VOLUME_CLAIM -> new LiveClaim(manifest, object.claim());
      case STORAGE_CLASS -> new LiveClass(manifest);
      case NODE -> new LiveNode(manifest);
      case VOLUME_ATTACHMENT -> new LiveAttachment(manifest);
      case CSI_DRIVER, CSI_NODE, NAMESPACE, APPLICATION, KUSTOMIZATION, HELM_RELEASE ->
          new LiveObject(manifest);
      case POD,
          DEPLOYMENT,
          STATEFUL_SET,
          DAEMON_SET,
          REPLICA_SET,
          REPLICATION_CONTROLLER,
          JOB,
          CRON_JOB,
          POD_TEMPLATE -> {
        String version = manifest.stringOr("apiVersion", "");
        WorkloadKind workload = WorkloadKind.ofManifest(version, kind.toString()).orElseThrow();
        yield new LiveWorkload(manifest, object.workload(workload));
      }
    };
  }
}
