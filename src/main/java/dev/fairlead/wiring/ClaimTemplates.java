package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.StorageKind;
import dev.fairlead.model.Volume;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.spec.EachList;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The claim templates that {@code each} adds to a StatefulSet. */
final class ClaimTemplates {
  private static final String TEMPLATES = "volumeClaimTemplates";

  private final SpecDraft spec;
  private final Built built;
  private final String namespace;
  private final Diagnostics diagnostics;
  private final Map<String, EachList> lists = new LinkedHashMap<>();

  ClaimTemplates(SpecDraft spec, Built built, WorkloadDraft workload, Diagnostics diagnostics) {
    this.spec = spec;
    this.built = built;
    this.namespace = workload.namespace().value();
    this.diagnostics = diagnostics;
    if (workload.kind().equals(Optional.of(WorkloadKind.STATEFUL_SET))) {
      for (EachList list : workload.eachLists()) {
        add(list);
      }
    } else {
      rejectEach(workload.mounts());
    }
  }

  private void rejectEach(List<MountDraft> mounts) {
    for (MountDraft mount : mounts) {
      if (mount.each()) {
        diagnostics.add(
            Code.MISPLACED_FIELD,
            mount.fields().keySpan("each").orElseThrow(),
            "each gives every pod a volume of its own, which only a StatefulSet can do",
            "write kind: StatefulSet, or mount one volume");
      }
    }
  }

  private void add(EachList list) {
    Optional<Located<String>> name = list.name();
    if (name.isEmpty()) {
      diagnostics.add(
          Code.MISSING_FIELD,
          list.span(),
          message("each lacks {}, the name of the claim template", "name"),
          "write it, as in {each: [disk-0, disk-1], name: data}");
      return;
    }
    EachList first = lists.putIfAbsent(name.get().value(), list);
    if (first != null) {
      diagnostics.add(
          Diagnostic.of(
                  Code.DUPLICATE_NAME,
                  name.get().span(),
                  message("the claim template {} is defined twice", name.get().value()))
              .withHint("to mount it again, write {each: " + name.get().value() + "}")
              .withRelated(first.name().orElseThrow().span(), "first defined here"));
    }
  }

  /** The claim template behind a mount; empty if it has an error, which has been reported. */
  Optional<Mounted> resolve(MountDraft mount) {
    Optional<Located<String>> again = mount.fields().string("each");
    if (again.isPresent() && !lists.containsKey(again.get().value())) {
      diagnostics.addUnlessReported(
          Diagnostic.of(
                  Code.DANGLING_REFERENCE,
                  again.get().span(),
                  message("no claim template of this workload is named {}", again.get().value()))
              .withHint(
                  "define the template with {each: [...], name: " + again.get().value() + "}"));
      return Optional.empty();
    }
    Optional<Located<String>> name = again.or(() -> mount.fields().string("name"));
    if (name.isEmpty() || !lists.containsKey(name.get().value())) {
      return Optional.empty();
    }
    List<Volume> volumes = volumes(lists.get(name.get().value()));
    if (volumes.isEmpty()) {
      return Optional.empty();
    }
    boolean readOnlySource = volumes.stream().allMatch(v -> v.source().value().readOnly());
    boolean readMany =
        volumes.stream()
            .flatMap(v -> v.accessModes().value().stream())
            .allMatch(AccessMode.READ_ONLY_MANY::equals);
    return Optional.of(
        new Mounted(
            name.get(),
            name.get().value(),
            true,
            volumes.get(0).volumeMode(),
            readOnlySource,
            readOnlySource || readMany));
  }

  /** The spec of the StatefulSet with the templates, and with {@code replicas} if it has none. */
  Mapping addTo(Mapping statefulSet) {
    Mapping result = withTypes(statefulSet);
    for (EachList list : lists.values()) {
      result = checkLength(result, list);
      List<Volume> volumes = volumes(list);
      if (volumes.size() == list.volumes().size() && !volumes.isEmpty()) {
        List<Tree> templates = new ArrayList<>(result.list(TEMPLATES));
        templates.add(template(list, volumes));
        result = result.with(TEMPLATES, Sequence.of(templates, statefulSet.span()));
      }
    }
    return result;
  }

  /**
   * The templates written by hand with apiVersion and kind. The API server stores them with both,
   * so Argo CD would show a difference without them.
   */
  private static Mapping withTypes(Mapping statefulSet) {
    List<Tree> written = statefulSet.list(TEMPLATES);
    if (written.isEmpty()) {
      return statefulSet;
    }
    List<Tree> typed = new ArrayList<>();
    for (Tree item : written) {
      typed.add(item instanceof Mapping template ? typed(template) : item);
    }
    return statefulSet.with(TEMPLATES, Sequence.of(typed, statefulSet.spanOf(TEMPLATES)));
  }

  private static Mapping typed(Mapping template) {
    Span span = template.span();
    StorageKind kind = StorageKind.PERSISTENT_VOLUME_CLAIM;
    return template
        .withDefault("apiVersion", Scalar.string(kind.apiVersion(), span))
        .withDefault("kind", Scalar.string(kind.toString(), span));
  }

  private Mapping checkLength(Mapping statefulSet, EachList list) {
    int count = list.volumes().size();
    Optional<String> replicas = statefulSet.text("replicas");
    if (replicas.isEmpty()) {
      return statefulSet.with("replicas", Scalar.integer(count, list.span()));
    }
    if (!replicas.get().equals(String.valueOf(count))) {
      diagnostics.add(
          Diagnostic.of(
                  Code.EACH_LENGTH,
                  list.span(),
                  message(
                      "each has {} volumes for {} replicas; every pod needs a volume of its own",
                      count,
                      plain(replicas.get())))
              .withHint("list one volume per replica, or leave replicas out")
              .withLabel(message("{} volumes", count))
              .withRelated(
                  statefulSet.spanOf("replicas"), message("{} pods", plain(replicas.get()))));
    }
    return statefulSet;
  }

  private List<Volume> volumes(EachList list) {
    return list.volumes().stream()
        .flatMap(name -> spec.volume(name.value(), namespace).stream())
        .flatMap(draft -> built.volume(draft).stream())
        .toList();
  }

  private Mapping template(EachList list, List<Volume> volumes) {
    agree(list, volumes, "access modes", Volume::accessModes);
    agree(list, volumes, "storageClassName", Volume::storageClassName);
    agree(list, volumes, "volumeMode", Volume::volumeMode);
    agree(
        list,
        volumes,
        "volumeAttributesClassName",
        volume ->
            volume
                .volumeAttributesClassName()
                .orElseGet(() -> new Located<>("", volume.metadata().name().span())));
    Span span = list.span();
    Volume first = volumes.get(0);
    Quantity smallest =
        volumes.stream().map(v -> v.capacity().value()).min(Quantity::compareTo).orElseThrow();
    Mapping requests = Mapping.of("storage", Scalar.string(smallest.text(), span), span);
    List<String> modes = first.accessModes().value().stream().map(AccessMode::toString).toList();
    MappingBuilder claim =
        new MappingBuilder()
            .put("accessModes", Sequence.ofStrings(modes, span))
            .put("resources", Mapping.of("requests", requests, span))
            .put("storageClassName", first.storageClassName().value(), span)
            .put("volumeMode", first.volumeMode().value().toString(), span);
    first
        .volumeAttributesClassName()
        .ifPresent(name -> claim.put("volumeAttributesClassName", name.value(), span));
    Located<String> name = list.name().orElseThrow();
    Scalar nameScalar = Scalar.string(name.value(), name.span());
    return new MappingBuilder()
        .put("apiVersion", StorageKind.PERSISTENT_VOLUME_CLAIM.apiVersion(), span)
        .put("kind", StorageKind.PERSISTENT_VOLUME_CLAIM.toString(), span)
        .put("metadata", Mapping.of("name", nameScalar, span))
        .put("spec", claim.build(span))
        .build(span);
  }

  private void agree(
      EachList list, List<Volume> volumes, String what, Function<Volume, Located<?>> property) {
    Located<?> first = property.apply(volumes.get(0));
    for (int i = 1; i < volumes.size(); i++) {
      Located<?> other = property.apply(volumes.get(i));
      if (!other.value().equals(first.value())) {
        String there = volumes.get(0).name();
        String here = volumes.get(i).name();
        diagnostics.add(
            Diagnostic.of(
                    Code.EACH_MISMATCH,
                    list.volumes().get(i).span(),
                    message(
                        "{} of volume {} is {}, but {} for volume {}; all of them share one claim"
                            + " template",
                        plain(what),
                        here,
                        other.value().toString(),
                        first.value().toString(),
                        there))
                .withHint("make the volumes agree, or use two StatefulSets")
                .withRelated(
                    first.span(), message("volume {} has {}", there, first.value().toString()))
                .withRelated(
                    other.span(), message("volume {} has {}", here, other.value().toString())));
      }
    }
  }
}
