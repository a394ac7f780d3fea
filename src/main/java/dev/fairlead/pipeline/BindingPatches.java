package dev.fairlead.pipeline;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Variants;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects that patches of kustomize bind: a patch may add the {@code volumeName} that a claim
 * lacks. The patches themselves are not applied.
 */
final class BindingPatches {
  private static final List<String> FIELDS =
      List.of("volumeName", "claimRef", "storageClassName", "selector");

  /** What a patch changes: one object, or all of a kind if it names none. */
  private record Target(String kind, String name) {}

  private final List<Target> targets = new ArrayList<>();

  /** Adds what a patch in a kustomization changes: in its own text, or what it selects. */
  void add(Mapping patch, String kustomization) {
    String text = patch.stringOr("patch", "");
    addSelected(patch, text);
    add(text, kustomization);
  }

  /** Adds the objects of a strategic merge patch. */
  void add(String text, String file) {
    if (binds(text)) {
      for (Document document :
          SpecReader.asKubectl(new Diagnostics())
              .read(file, text.getBytes(StandardCharsets.UTF_8))) {
        if (document.root() instanceof Mapping object) {
          addTarget(object.stringOr("kind", ""), object.mapping("metadata").stringOr("name", ""));
        }
      }
    }
  }

  /** Adds what a patch selects, if its text binds something. */
  void addSelected(Mapping patch, String text) {
    if (binds(text)) {
      Mapping target = patch.mapping("target");
      addTarget(target.stringOr("kind", ""), target.stringOr("name", ""));
    }
  }

  private void addTarget(String kind, String name) {
    if (!kind.isEmpty()) {
      targets.add(new Target(kind, name));
    }
  }

  private static boolean binds(String text) {
    for (String field : FIELDS) {
      if (text.contains(field)) {
        return true;
      }
    }
    return false;
  }

  /** Tells which objects are patched. */
  void tell(Variants variants) {
    for (Target target : targets) {
      variants.addPatched(target.kind(), target.name());
    }
  }
}
