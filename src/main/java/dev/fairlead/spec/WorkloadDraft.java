package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workload as written in the document. */
public final class WorkloadDraft {
  private final Mapping fields;
  private final Located<String> name;
  private final Located<String> namespace;
  private final List<ContainerDraft> initContainers;
  private final List<ContainerDraft> containers;
  private final List<MountDraft> mounts = new ArrayList<>();
  private final List<EachList> eachLists = new ArrayList<>();

  WorkloadDraft(Mapping fields, Located<String> specNamespace) {
    this.fields = fields;
    this.name = fields.string("name").orElse(new Located<>("", fields.span()));
    this.namespace = fields.string("namespace").orElse(specNamespace);
    this.initContainers = containers("initContainers");
    this.containers = containers("containers");
    for (MountDraft mount : mounts) {
      if (mount.volumes().isPresent()) {
        eachLists.add(EachList.of(mount, mount.volumes().get()));
      }
    }
    Mapping each = fields.mapping("each");
    for (int i = 0; i < each.size(); i++) {
      Located<String> template = new Located<>(each.key(i), each.entries().get(i).keySpan());
      eachLists.add(
          new EachList(Optional.of(template), template.span(), each.strings(each.key(i))));
    }
  }

  private List<ContainerDraft> containers(String list) {
    List<ContainerDraft> drafts = new ArrayList<>();
    for (Mapping container : fields.mappings(list)) {
      ContainerDraft draft = ContainerDraft.of(container);
      drafts.add(draft);
      mounts.addAll(draft.mounts());
    }
    return drafts;
  }

  /** All fields of the workload. */
  public Mapping fields() {
    return fields;
  }

  /** The name; empty if it is missing. */
  public Located<String> name() {
    return name;
  }

  /** Whether the workload has a name. */
  boolean isNamed() {
    return fields.string("name").isPresent();
  }

  /** The namespace of the workload, else that of the spec. */
  public Located<String> namespace() {
    return namespace;
  }

  /** The kind, Pod if it is left out; empty if the kind is unknown. */
  public Optional<WorkloadKind> kind() {
    return fields.has("kind")
        ? WorkloadKind.ofSpec(fields.stringOr("kind", ""))
        : Optional.of(WorkloadKind.POD);
  }

  /** Whether the workload exists already and only gets mounts added. */
  public boolean isExisting() {
    return fields.isTrue("existing");
  }

  /** The init containers. */
  public List<ContainerDraft> initContainers() {
    return initContainers;
  }

  /** The containers. */
  public List<ContainerDraft> containers() {
    return containers;
  }

  /** The mounts of all containers, those of init containers first. */
  public List<MountDraft> mounts() {
    return mounts;
  }

  /** The lists of volumes under {@code each}, of mounts and of the workload itself. */
  public List<EachList> eachLists() {
    return eachLists;
  }

  /** Whether it is a set that exists already and only gets claims, so that it stays as it is. */
  public boolean isOnlyEach() {
    return isExisting() && fields.has("each") && containers.isEmpty() && initContainers.isEmpty();
  }

  /** The warnings to silence. */
  public List<Ignore> ignore() {
    return new WithDefaults(fields, Optional.empty()).ignore();
  }

  /** Whether the workload has an error. */
  public boolean isBroken(Diagnostics diagnostics) {
    return BrokenParts.isBroken(fields, diagnostics);
  }
}
