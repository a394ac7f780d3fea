package dev.fairlead.spec;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A container as written in the document; its mounts are sorted by path. */
public record ContainerDraft(Mapping fields, List<MountDraft> mounts) {
  static ContainerDraft of(Mapping fields) {
    Mapping written = fields.mapping("mounts");
    // Sorted, because the order of keys has no meaning in YAML and kustomize sorts them.
    List<String> paths = new ArrayList<>(written.keys());
    Collections.sort(paths);
    List<MountDraft> mounts = new ArrayList<>();
    for (String path : paths) {
      Located<String> at = new Located<>(path, written.keySpan(path).orElseThrow());
      mounts.add(new MountDraft(at, written.find(path)));
    }
    return new ContainerDraft(fields, mounts);
  }

  /** The name, if there is one. */
  public Optional<Located<String>> name() {
    return fields.string("name");
  }
}
