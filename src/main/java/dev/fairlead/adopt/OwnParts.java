package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the parts that a cluster wrote out of an object. */
final class OwnParts {
  private final Map<String, Step> steps = new HashMap<>();

  /** The part of an object that the user wrote. The same object if that is all of it. */
  Mapping of(Mapping manifest) {
    String kind = manifest.stringOr("kind", "");
    Step step = steps.computeIfAbsent(kind, Step::of);
    boolean saved = isSaved(manifest);
    Tree applied = saved ? LastApplied.of(manifest) : Mapping.empty(manifest.span());
    return (Mapping) new Walk(saved).own(manifest, step, applied);
  }

  /** Whether an object was saved from a cluster. */
  static boolean isSaved(Mapping manifest) {
    Mapping metadata = manifest.mapping("metadata");
    return metadata.has("uid")
        || metadata.has("resourceVersion")
        || metadata.has("creationTimestamp")
        || metadata.has("managedFields")
        || manifest.has("status");
  }

  /** A key of the paths in the table, with the rows that end here and the keys below. */
  private static final class Step {
    private final Map<String, Step> below = new HashMap<>();
    private final List<String> beginnings = new ArrayList<>();
    private final List<ServerPart> rows = new ArrayList<>();

    static Step of(String kind) {
      Step top = new Step();
      for (ServerPart row : ServerParts.all()) {
        if (row.isOf(kind)) {
          Step step = top;
          for (String key : row.path()) {
            if (key.endsWith("*") && !step.below.containsKey(key)) {
              step.beginnings.add(key);
            }
            step = step.below.computeIfAbsent(key, k -> new Step());
          }
          step.rows.add(row);
        }
      }
      return top;
    }

    Step find(String key) {
      Step exact = below.get(key);
      if (exact != null) {
        return exact;
      }
      for (String beginning : beginnings) {
        if (matches(beginning, key)) {
          return below.get(beginning);
        }
      }
      return null;
    }
  }

  private static boolean matches(String pattern, String text) {
    return pattern.endsWith("*")
        ? text.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(text);
  }

  /** Walks through one object, and beside it through what the user applied. */
  private record Walk(boolean saved) {
    /** The user's own part; null if there is none. */
    Tree own(Tree tree, Step step, Tree applied) {
      return tree.match(
          new Tree.Cases<>() {
            @Override
            public Tree mapping(Mapping mapping) {
              return Walk.this.mapping(mapping, step, applied);
            }

            @Override
            public Tree sequence(Sequence sequence) {
              return Walk.this.sequence(sequence, step, applied);
            }

            @Override
            public Tree scalar(Scalar scalar) {
              return scalar;
            }
          });
    }

    private Tree mapping(Mapping mapping, Step step, Tree applied) {
      MappingBuilder kept = new MappingBuilder();
      boolean same = true;
      int count = 0;
      for (int i = 0; i < mapping.size(); i++) {
        String key = mapping.key(i);
        Tree value = mapping.value(i);
        Step below = step.find(key);
        Tree written = applied instanceof Mapping fields ? fields.find(key) : null;
        Tree own =
            below == null
                ? value
                : isServers(value, below, written) ? null : own(value, below, written);
        same &= own == value;
        if (own != null) {
          kept.put(mapping, i, own);
          count++;
        }
      }
      if (same) {
        return mapping;
      }
      return count == 0 ? null : kept.build(mapping.span());
    }

    private Tree sequence(Sequence sequence, Step step, Tree applied) {
      Step below = step.find("[]");
      if (below == null) {
        return sequence;
      }
      List<Tree> kept = new ArrayList<>();
      boolean same = true;
      for (int i = 0; i < sequence.items().size(); i++) {
        Tree item = sequence.items().get(i);
        Tree written = LastApplied.item(applied, i, item);
        Tree own = isServers(item, below, written) ? null : own(item, below, written);
        same &= own == item;
        if (own != null) {
          kept.add(own);
        }
      }
      if (same) {
        return sequence;
      }
      return kept.isEmpty() ? null : Sequence.of(kept, sequence.span());
    }

    private boolean isServers(Tree value, Step step, Tree written) {
      for (ServerPart row : step.rows) {
        boolean counts =
            switch (row.when()) {
              case ALWAYS -> true;
              case SAVED -> saved && written == null;
            };
        if (counts && (row.value() == null || matches(row.value(), text(value)))) {
          return true;
        }
      }
      return false;
    }

    private static String text(Tree value) {
      return value.match(
          new Tree.Cases<>() {
            @Override
            public String mapping(Mapping mapping) {
              return mapping.isEmpty() ? "{}" : "{...}";
            }

            @Override
            public String sequence(Sequence sequence) {
              return sequence.items().isEmpty() ? "[]" : "[...]";
            }

            @Override
            public String scalar(Scalar scalar) {
              return scalar.text();
            }
          });
    }
  }
}
