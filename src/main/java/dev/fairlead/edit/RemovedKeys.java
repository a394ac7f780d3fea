package dev.fairlead.edit;

import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes keys with their values out of the text of a mapping. */
final class RemovedKeys {
  private RemovedKeys() {}

  /** The changes that remove the keys. */
  static List<TextEdit> edits(Mapping from, List<String> keys) {
    Set<String> removed = Set.copyOf(keys);
    List<TextEdit> edits = new ArrayList<>();
    for (int first = 0; first < from.size(); first++) {
      if (removed.contains(from.key(first))) {
        int last = first;
        while (last + 1 < from.size() && removed.contains(from.key(last + 1))) {
          last++;
        }
        edits.add(edit(from, first, last));
        first = last;
      }
    }
    return edits;
  }

  /** The change that removes neighbours. */
  private static TextEdit edit(Mapping from, int first, int last) {
    int start = keyStart(from, first);
    if (ManifestText.isFlow(from)) {
      if (last + 1 < from.size()) {
        return new TextEdit(start, keyStart(from, last + 1), "");
      }
      int before = first == 0 ? start : ManifestText.end(from.value(first - 1));
      return new TextEdit(before, ManifestText.end(from.value(last)), "");
    }
    String text = from.file().text();
    int line = text.lastIndexOf('\n', start - 1) + 1;
    boolean alone = text.substring(line, start).isBlank();
    if (alone || last + 1 == from.size()) {
      return new TextEdit(alone ? line : start, endOfLines(from, last), "");
    }
    return new TextEdit(start, keyStart(from, last + 1), "");
  }

  private static int endOfLines(Mapping from, int index) {
    // A value that is left out has its place at the key.
    return Math.max(
        ManifestText.endOfLines(from.value(index)), lineAfter(from, keyStart(from, index)));
  }

  private static int lineAfter(Mapping from, int offset) {
    int end = from.file().text().indexOf('\n', offset);
    return end < 0 ? from.file().text().length() : end + 1;
  }

  private static int keyStart(Mapping from, int index) {
    return from.entries().get(index).keySpan().start();
  }
}
