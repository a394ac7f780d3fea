package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Ignore;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workload as it stands in the document. */
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
        eachLists.add(new EachList(mount, mount.volumes().get()));
      }
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

  /** All that is written for the workload. */
  public Mapping fields() {
    return fields;
  }

  /** The name; empty if it is missing. */
  public Located<String> name() {
    return name;
  }

  /** Whether there is a name at all. */
  boolean isNamed() {
    return fields.string("name").isPresent();
  }

  /** The namespace, which may be that of the spec. */
  public Located<String> namespace() {
    return namespace;
  }

  /** The kind, which is Pod where it is left out; empty if there is no such kind. */
  public Optional<WorkloadKind> kind() {
    return fields.has("kind")
        ? WorkloadKind.ofSpec(fields.stringOr("kind", ""))
        : Optional.of(WorkloadKind.POD);
  }

  /** Whether it is not made here, but gets mounts added where it stands. */
  public boolean isExisting() {
    return fields.isTrue("existing");
  }

  /** The init containers. */
  public List<ContainerDraft> initContainers() {
    return initContainers;
  }

  /** The containers that run after them. */
  public List<ContainerDraft> containers() {
    return containers;
  }

  /** The mounts of all containers, in the order in which these run. */
  public List<MountDraft> mounts() {
    return mounts;
  }

  /** The lists of volumes under {@code each}, in the order of the mounts. */
  public List<EachList> eachLists() {
    return eachLists;
  }

  /** The warnings that are not to be reported. */
  public List<Ignore> ignore() {
    return new WithDefaults(fields, Optional.empty()).ignore();
  }

  /** Whether an error in the workload has been reported so far. */
  public boolean isBroken(Diagnostics diagnostics) {
    return BrokenParts.isBroken(fields, diagnostics);
  }
}
