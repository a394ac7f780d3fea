package dev.fairlead.spec;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** Writes out the ranges of names in {@code each}. */
final class EachRanges {
  private final Diagnostics diagnostics;

  EachRanges(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The workloads with every range as a list of names. */
  Tree writtenOut(Tree workloads) {
    if (!(workloads instanceof Sequence list)) {
      return workloads;
    }
    List<Tree> items = new ArrayList<>();
    for (Tree item : list.items()) {
      items.add(item instanceof Mapping workload ? workload(workload) : item);
    }
    return Sequence.of(items, list.span());
  }

  private Mapping workload(Mapping workload) {
    MappingBuilder result = new MappingBuilder();
    for (int i = 0; i < workload.size(); i++) {
      boolean containers = workload.key(i).matches("containers|initContainers");
      Tree value = workload.value(i);
      if (containers && value instanceof Sequence list) {
        List<Tree> items = new ArrayList<>();
        for (Tree item : list.items()) {
          items.add(item instanceof Mapping container ? container(container) : item);
        }
        value = Sequence.of(items, list.span());
      } else if (workload.key(i).equals("each") && value instanceof Mapping templates) {
        MappingBuilder lists = new MappingBuilder();
        for (int k = 0; k < templates.size(); k++) {
          lists.put(templates, k, names(templates.value(k)));
        }
        value = lists.build(templates.span());
      }
      result.put(workload, i, value);
    }
    return result.build(workload.span());
  }

  private Mapping container(Mapping container) {
    int index = container.keys().indexOf("mounts");
    if (index < 0 || !(container.value(index) instanceof Mapping mounts)) {
      return container;
    }
    MappingBuilder result = new MappingBuilder();
    for (int i = 0; i < mounts.size(); i++) {
      result.put(
          mounts, i, mounts.value(i) instanceof Mapping mount ? mount(mount) : mounts.value(i));
    }
    return new MappingBuilder(container)
        .put(container, index, result.build(mounts.span()))
        .build(container.span());
  }

  private Mapping mount(Mapping mount) {
    int index = mount.keys().indexOf("each");
    return index < 0
        ? mount
        : new MappingBuilder(mount)
            .put(mount, index, names(mount.value(index)))
            .build(mount.span());
  }

  /** The list of names that a range, or a list with ranges, stands for. */
  private Tree names(Tree each) {
    if (!WrittenOut.hasRange(each)) {
      return each;
    }
    List<Tree> names = new ArrayList<>();
    List<Tree> written = each instanceof Sequence list ? list.items() : List.of(each);
    for (Tree item : written) {
      if (item instanceof Scalar scalar && WrittenOut.hasRange(item)) {
        Located<String> range = new Located<>(scalar.text(), scalar.span());
        for (String name : NameRange.names(range, diagnostics)) {
          names.add(Scalar.string(name, scalar.span()));
        }
      } else {
        names.add(item);
      }
    }
    return names.isEmpty() ? each : Sequence.of(names, each.span());
  }
}
