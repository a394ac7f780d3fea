package dev.fairlead.folder;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A change as a unified diff, for {@code git apply} and {@code patch -p1}. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /**
   * The search for unchanged lines takes time quadratic in the number of changed lines. With more
   * changed lines than this, the diff shows everything.
   */
  private static final int MAX_CHANGED_LINES = 4_000;

  private static final String NOWHERE = "/dev/null";

  private UnifiedDiff() {}

  /** The lines of the diff, line ends included. */
  public static String of(Change change) {
    // Without the tab, a name would end at its first space.
    String path = change.path() + (change.path().contains(" ") ? "\t" : "");
    String from = change.type() == Change.Type.CREATE ? NOWHERE : "a/" + path;
    String to = change.type() == Change.Type.REMOVE ? NOWHERE : "b/" + path;
    List<String> before = lines(change.before());
    List<String> after = lines(change.after());
    return switch (change.type()) {
      case CREATE -> whole(from, to, "@@ -0,0 +1," + after.size() + " @@", "+", after);
      case REMOVE -> whole(from, to, "@@ -1," + before.size() + " +0,0 @@", "-", before);
      case UPDATE -> joined(removedFirst(update(from, to, before, after)));
    };
  }

  private static List<String> update(
      String from, String to, List<String> before, List<String> after) {
    if (linesOfOne(before, after) + linesOfOne(after, before) > MAX_CHANGED_LINES) {
      List<String> all = new ArrayList<>(List.of("--- " + from, "+++ " + to));
      all.add("@@ -1," + before.size() + " +1," + after.size() + " @@");
      before.forEach(line -> all.add("-" + line));
      after.forEach(line -> all.add("+" + line));
      return all;
    }
    // In linear space, because a kustomization can have a long list.
    Patch<String> patch = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>());
    return UnifiedDiffUtils.generateUnifiedDiff(from, to, before, patch, CONTEXT);
  }

  /** How many lines are not in the other list. */
  private static long linesOfOne(List<String> lines, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return lines.stream().filter(line -> !known.contains(line)).count();
  }

  /** Moves removed lines before added lines, as other tools print them. */
  private static List<String> removedFirst(List<String> diff) {
    List<String> sorted = new ArrayList<>(diff.subList(0, 2));
    List<String> added = new ArrayList<>();
    for (String line : diff.subList(2, diff.size())) {
      if (line.startsWith("+")) {
        added.add(line);
        continue;
      }
      if (!line.startsWith("-")) {
        sorted.addAll(added);
        added.clear();
      }
      sorted.add(line);
    }
    sorted.addAll(added);
    return sorted;
  }

  private static String whole(
      String from, String to, String hunk, String sign, List<String> lines) {
    List<String> diff = new ArrayList<>(List.of("--- " + from, "+++ " + to, hunk));
    lines.forEach(line -> diff.add(sign + line));
    return joined(diff);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** A carriage return is part of its line. So is the note that the last line has no line feed. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
