package dev.fairlead.adopt;

import dev.fairlead.model.Ignore;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import dev.fairlead.write.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A workload as an item of {@code workloads}. */
final class WorkloadEntry {
  /** The order of a container's fields in the examples of the documentation. */
  static final List<String> CONTAINER =
      List.of(
          "name",
          "image",
          "imagePullPolicy",
          "command",
          "args",
          "env",
          "envFrom",
          "ports",
          "mounts");

  private static final String CLAIM = "PersistentVolumeClaim";
  private static final String NAME_LABEL = "app.kubernetes.io/name";

  private final Found found;
  private final WorkloadKind kind;
  private final MappingBuilder fields = new MappingBuilder();

  private WorkloadEntry(Found found, WorkloadKind kind) {
    this.found = found;
    this.kind = kind;
  }

  /** The pod of a workload. */
  static Mapping podSpec(Found found, WorkloadKind kind) {
    Located<String> name = new Located<>(found.name(), found.place());
    Mapping none = Mapping.empty(found.place());
    Metadata metadata = new Metadata(name, Optional.empty(), none, none, List.of());
    return new Workload(kind, metadata, found.spec(), List.of()).podSpec();
  }

  /** The workload in full. The claim templates in {@code each} are said by its mounts. */
  static Entry whole(Found found, WorkloadKind kind, PodMounts mounts, Set<String> each) {
    WorkloadEntry entry = new WorkloadEntry(found, kind);
    entry.begin();
    entry.putMap("labels", found.labels());
    entry.putMap("annotations", Fields.without(found.annotations(), Ignore.ANNOTATION));
    if (kind != WorkloadKind.POD) {
      entry.addSpec(each);
    }
    Mapping podSpec = mounts.rest();
    boolean never = podSpec.stringOr("restartPolicy", "").equals("Never");
    entry.putMap(
        "podSpec",
        Fields.sorted(
            kind.runsToCompletion() && never ? Fields.without(podSpec, "restartPolicy") : podSpec));
    entry.putList("initContainers", mounts.containers("initContainers", false));
    entry.putList("containers", mounts.containers("containers", false));
    Tree ignore = IgnoredCodes.of(found);
    if (ignore != null) {
      entry.fields.put("ignore", ignore);
    }
    return entry.entry();
  }

  /** The workload by its name, with its mounts and the volumes of its claim templates. */
  static Entry existing(Found found, WorkloadKind kind, Optional<PodMounts> mounts, Mapping each) {
    WorkloadEntry entry = new WorkloadEntry(found, kind);
    entry.begin();
    entry.fields.put("existing", Scalar.bool(true, found.place()));
    entry.putMap("each", each);
    if (mounts.isPresent()) {
      entry.putList("initContainers", mounts.get().containers("initContainers", true));
      entry.putList("containers", mounts.get().containers("containers", true));
    }
    return entry.entry();
  }

  private void begin() {
    fields.put("name", found.own().mapping("metadata").find("name"));
    if (kind != WorkloadKind.POD) {
      fields.put("kind", kind.toString(), found.place());
    }
  }

  private void addSpec(Set<String> each) {
    Mapping spec = withoutPod(found.spec());
    if (!each.isEmpty()) {
      spec = withoutTemplates(spec, each);
      spec = Fields.without(spec, "replicas");
    }
    for (String field : List.of("replicas", "schedule")) {
      if (spec.has(field)) {
        fields.put(field, spec.find(field));
        spec = Fields.without(spec, field);
      }
    }
    spec = withoutTypesOfTemplates(spec);
    putMap("spec", Fields.sorted(kind.hasSelector() ? withoutUsualSelector(spec) : spec));
  }

  private Mapping withoutPod(Mapping spec) {
    if (kind == WorkloadKind.CRON_JOB) {
      Mapping jobTemplate = spec.mapping("jobTemplate");
      Mapping job = withoutPodOfTemplate(jobTemplate.mapping("spec"));
      Mapping rest =
          job.isEmpty() ? Fields.without(jobTemplate, "spec") : jobTemplate.with("spec", job);
      return rest.isEmpty() ? Fields.without(spec, "jobTemplate") : spec.with("jobTemplate", rest);
    }
    return withoutPodOfTemplate(spec);
  }

  private static Mapping withoutPodOfTemplate(Mapping spec) {
    Mapping template = Fields.without(spec.mapping("template"), "spec");
    return template.isEmpty() ? Fields.without(spec, "template") : spec.with("template", template);
  }

  private static Mapping withoutTemplates(Mapping spec, Set<String> each) {
    List<Tree> left = new ArrayList<>();
    for (Tree item : spec.list("volumeClaimTemplates")) {
      boolean said =
          item instanceof Mapping template
              && each.contains(template.mapping("metadata").stringOr("name", ""));
      if (!said) {
        left.add(item);
      }
    }
    return left.isEmpty()
        ? Fields.without(spec, "volumeClaimTemplates")
        : spec.with("volumeClaimTemplates", Sequence.of(left, spec.span()));
  }

  /** Fairlead writes apiVersion and kind of claim templates by itself. */
  private static Mapping withoutTypesOfTemplates(Mapping spec) {
    List<Tree> untyped = new ArrayList<>();
    for (Tree item : spec.list("volumeClaimTemplates")) {
      boolean usual =
          item instanceof Mapping template
              && template.stringOr("apiVersion", "v1").equals("v1")
              && template.stringOr("kind", CLAIM).equals(CLAIM);
      untyped.add(usual ? Fields.without((Mapping) item, "apiVersion", "kind") : item);
    }
    return untyped.isEmpty()
        ? spec
        : spec.with("volumeClaimTemplates", Sequence.of(untyped, spec.span()));
  }

  /** The spec without the selector and the labels that fairlead writes by itself. */
  private Mapping withoutUsualSelector(Mapping spec) {
    Mapping selector = spec.mapping("selector");
    Mapping matchLabels = selector.mapping("matchLabels");
    boolean usual =
        selector.size() == 1
            && matchLabels.size() == 1
            && matchLabels.stringOr(NAME_LABEL, "").equals(found.name());
    Mapping rest = usual ? Fields.without(spec, "selector") : spec;
    if (spec.find("template") instanceof Mapping template) {
      Mapping metadata = SharedEntries.without(template.mapping("metadata"), "labels", matchLabels);
      Mapping left =
          metadata.isEmpty()
              ? Fields.without(template, "metadata")
              : template.with("metadata", metadata);
      rest = left.isEmpty() ? Fields.without(rest, "template") : rest.with("template", left);
    }
    return rest;
  }

  private void putMap(String key, Mapping map) {
    if (!map.isEmpty()) {
      fields.put(key, map);
    }
  }

  private void putList(String key, List<Tree> items) {
    if (!items.isEmpty()) {
      fields.put(key, Sequence.of(items, found.place()));
    }
  }

  private Entry entry() {
    return new Entry(NamesFirst.of(fields.build(found.manifest().span())), found.comments());
  }
}
