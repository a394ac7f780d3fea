package dev.fairlead.folder;

import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field whose value changes. Compares the trees down to where their shapes differ. {@code place}
 * is the position of the old value, or of the mapping that gets the new one.
 */
public record Difference(String path, Optional<Tree> before, Optional<Tree> after, Span place) {

  /** The first two steps of the path: the field of the spec that contains it. */
  String field() {
    return Arrays.stream(path.split("[.\\[]")).limit(2).collect(Collectors.joining("."));
  }

  /** All differences below a key. */
  public static List<Difference> between(Mapping before, Mapping after, String key) {
    List<Difference> differences = new ArrayList<>();
    collectField(key, key, before.span(), before, after, differences);
    return differences;
  }

  /** {@code place} is the position of the key of {@code before}. */
  private static void collectField(
      String path,
      String key,
      Span place,
      Mapping before,
      Mapping after,
      List<Difference> differences) {
    Tree old = before.find(key);
    Tree now = after.find(key);
    Span keySpan = before.keySpan(key).orElse(place);
    if (old != null && now != null) {
      collect(path, keySpan, old, now, differences);
    } else if (old != now) {
      differences.add(
          new Difference(path, Optional.ofNullable(old), Optional.ofNullable(now), keySpan));
    }
  }

  private static void collect(
      String path, Span place, Tree before, Tree after, List<Difference> differences) {
    if (before instanceof Mapping old && after instanceof Mapping now) {
      Set<String> keys = new LinkedHashSet<>(old.keys());
      keys.addAll(now.keys());
      for (String key : keys) {
        collectField(path + "." + key, key, place, old, now, differences);
      }
    } else if (before instanceof Sequence old
        && after instanceof Sequence now
        && old.items().size() == now.items().size()) {
      for (int i = 0; i < old.items().size(); i++) {
        Tree item = old.items().get(i);
        collect(path + "[" + i + "]", item.span(), item, now.items().get(i), differences);
      }
    } else if (!before.isSame(after)) {
      differences.add(new Difference(path, Optional.of(before), Optional.of(after), before.span()));
    }
  }
}
