package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.At;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import dev.fairlead.normalize.MountResolver.Mounted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The claim templates that a StatefulSet gets from {@code each}. */
final class ClaimTemplates {
  private final SpecDraft spec;
  private final MountResolver.Built built;
  private final Diagnostics diagnostics;
  private final Map<String, EachList> lists = new LinkedHashMap<>();

  ClaimTemplates(
      SpecDraft spec, MountResolver.Built built, Fields workload, Diagnostics diagnostics) {
    this.spec = spec;
    this.built = built;
    this.diagnostics = diagnostics;
    if (workload.textOr("kind", "").equals("StatefulSet")) {
      for (EachList list : EachList.of(workload)) {
        add(list);
      }
    } else {
      refuse(Containers.mounts(workload));
    }
  }

  private void refuse(List<MountDraft> mounts) {
    for (MountDraft mount : mounts) {
      if (mount.each()) {
        diagnostics.add(
            Code.MISPLACED_FIELD,
            mount.value().keySpan("each").orElseThrow(),
            "each gives every pod a volume of its own, which only a StatefulSet can do",
            "write kind: StatefulSet, or mount one volume");
      }
    }
  }

  private void add(EachList list) {
    Optional<At<String>> name = list.mount().value().text("name");
    if (name.isEmpty()) {
      diagnostics.add(
          Code.MISSING_FIELD,
          list.mount().value().keySpan("each").orElseThrow(),
          "each lacks \"name\", the name of the claim template",
          "write it, as in {each: [disk-0, disk-1], name: data}");
    } else if (lists.putIfAbsent(name.get().value(), list) != null) {
      diagnostics.add(
          Code.DUPLICATE_NAME,
          name.get().span(),
          "the claim template " + quote(name.get().value()) + " is there twice",
          "mount it again with {each: " + name.get().value() + "}");
    }
  }

  /** What a mount of a claim template leads to; empty if an error about it has been reported. */
  Optional<Mounted> resolve(MountDraft mount) {
    Optional<At<String>> again = mount.value().text("each");
    if (again.isPresent() && !lists.containsKey(again.get().value())) {
      diagnostics.add(
          Code.DANGLING_REFERENCE,
          again.get().span(),
          "no claim template of this workload is named " + quote(again.get().value()),
          "a template is made by {each: [...], name: " + again.get().value() + "}");
      return Optional.empty();
    }
    Optional<At<String>> name = again.or(() -> mount.value().text("name"));
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
            volumes.get(0).volumeMode().value(),
            readOnlySource,
            readOnlySource || readMany));
  }

  /** The StatefulSet's own spec with the templates, and with {@code replicas} if it has none. */
  Tree.Mapping addTo(Tree.Mapping statefulSet) {
    Tree.Mapping result = statefulSet;
    for (EachList list : lists.values()) {
      result = checkLength(result, list);
      List<Volume> volumes = volumes(list);
      if (volumes.size() == list.volumes().size() && !volumes.isEmpty()) {
        List<Tree> templates = new java.util.ArrayList<>(result.list("volumeClaimTemplates"));
        templates.add(template(list, volumes));
        result = result.with("volumeClaimTemplates", Trees.list(templates, statefulSet.span()));
      }
    }
    return result;
  }

  private Tree.Mapping checkLength(Tree.Mapping statefulSet, EachList list) {
    Span span = list.mount().value().keySpan("each").orElseThrow();
    String count = String.valueOf(list.volumes().size());
    Optional<String> replicas = statefulSet.text("replicas");
    if (replicas.isEmpty()) {
      return statefulSet.with("replicas", new Tree.Scalar(Tree.Scalar.Kind.NUMBER, count, span));
    }
    if (!replicas.get().equals(count)) {
      diagnostics.add(
          Code.EACH_LENGTH,
          span,
          "each has "
              + count
              + " volumes for "
              + replicas.get()
              + " replicas; every pod needs a volume of its own",
          "make them as many, or leave replicas out");
    }
    return statefulSet;
  }

  private List<Volume> volumes(EachList list) {
    return list.volumes().stream()
        .flatMap(name -> spec.volume(name.value()).stream())
        .map(built.volumes()::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private Tree template(EachList list, List<Volume> volumes) {
    Span span = list.mount().value().keySpan("each").orElseThrow();
    agree(list, volumes, "access modes", volume -> volume.accessModes().value());
    agree(list, volumes, "storageClassName", volume -> volume.storageClassName().value());
    agree(list, volumes, "volumeMode", volume -> volume.volumeMode().value());
    agree(
        list,
        volumes,
        "volumeAttributesClassName",
        volume -> volume.volumeAttributesClassName().map(At::value).orElse(""));
    Volume first = volumes.get(0);
    Quantity smallest =
        volumes.stream().map(v -> v.capacity().value()).min(Quantity::compareTo).orElseThrow();
    Map<String, Tree> claim = new HashMap<>();
    claim.put(
        "accessModes",
        Trees.list(
            first.accessModes().value().stream().map(m -> Trees.text(m.toString(), span)).toList(),
            span));
    Tree requests = Tree.Mapping.of(Map.of("storage", Trees.text(smallest.text(), span)), span);
    claim.put("resources", Tree.Mapping.of(Map.of("requests", requests), span));
    claim.put("storageClassName", Trees.text(first.storageClassName().value(), span));
    claim.put("volumeMode", Trees.text(first.volumeMode().value().toString(), span));
    first
        .volumeAttributesClassName()
        .ifPresent(name -> claim.put("volumeAttributesClassName", Trees.text(name.value(), span)));
    At<String> name = list.mount().value().text("name").orElseThrow();
    Tree metadata = Tree.Mapping.of(Map.of("name", Trees.text(name.value(), name.span())), span);
    return Tree.Mapping.of(
        Map.of("metadata", metadata, "spec", Tree.Mapping.of(claim, span)), span);
  }

  private void agree(
      EachList list, List<Volume> volumes, String what, Function<Volume, Object> property) {
    Object first = property.apply(volumes.get(0));
    for (int i = 1; i < volumes.size(); i++) {
      Object other = property.apply(volumes.get(i));
      if (!other.equals(first)) {
        diagnostics.add(
            Code.EACH_MISMATCH,
            list.volumes().get(i).span(),
            what
                + " of volume "
                + quote(volumes.get(i).name())
                + " is "
                + quote(other.toString())
                + ", but "
                + quote(first.toString())
                + " for volume "
                + quote(volumes.get(0).name())
                + "; one claim template stands for them all",
            "make the volumes agree, or use two StatefulSets");
      }
    }
  }
}
