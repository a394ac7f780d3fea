package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.write.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbered names in a row as one name with a range, such as {@code disk-{00..39}}. */
final class Ranges {
  /** Fewer names are easier to read one by one. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 1_000;
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,9})");

  private Ranges() {}

  /** The name for all of these, if they are a whole range in order. */
  static Optional<String> of(List<String> names) {
    if (names.size() < SHORTEST || names.size() > LONGEST) {
      return Optional.empty();
    }
    Matcher first = NUMBERED.matcher(names.get(0));
    if (!first.matches()) {
      return Optional.empty();
    }
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(next(first, i))) {
        return Optional.empty();
      }
    }
    Matcher last = NUMBERED.matcher(names.get(names.size() - 1));
    boolean range = last.matches() && last.group(2).length() == first.group(2).length();
    return range
        ? Optional.of(first.group(1) + "{" + first.group(2) + ".." + last.group(2) + "}")
        : Optional.empty();
  }

  private static String next(Matcher first, int steps) {
    String number = String.valueOf(Long.parseLong(first.group(2)) + steps);
    int zeros = first.group(2).length() - number.length();
    return first.group(1) + "0".repeat(Math.max(0, zeros)) + number;
  }

  /** Volumes in the order of their names, with those that only differ in their numbers as one. */
  static List<Draft.Item> joined(List<Draft.Item> volumes) {
    List<Draft.Item> joined = new ArrayList<>();
    for (int i = 0; i < volumes.size(); ) {
      int end = i + 1;
      while (end < volumes.size() && follows(volumes, i, end)) {
        end++;
      }
      List<String> names = new ArrayList<>();
      volumes.subList(i, end).forEach(item -> names.add(item.name()));
      Optional<String> range = of(names);
      if (range.isPresent()) {
        joined.add(named(volumes.get(i), range.get()));
      } else {
        joined.addAll(volumes.subList(i, end));
      }
      i = end;
    }
    return joined;
  }

  /** Whether a volume is like the first of a range but for its name, which is the next one. */
  private static boolean follows(List<Draft.Item> volumes, int first, int index) {
    Entry begin = volumes.get(first).entry();
    Entry entry = volumes.get(index).entry();
    Matcher numbered = NUMBERED.matcher(volumes.get(first).name());
    return index - first < LONGEST
        && begin.comments().isEmpty()
        && entry.comments().isEmpty()
        && numbered.matches()
        && volumes.get(index).name().equals(next(numbered, index - first))
        && rest(begin).isSame(rest(entry));
  }

  private static Mapping rest(Entry entry) {
    return Fields.without(entry.fields(), "name");
  }

  private static Draft.Item named(Draft.Item item, String name) {
    Mapping fields = item.entry().fields();
    return item.withFields(fields.with("name", Scalar.string(name, fields.spanOf("name"))));
  }
}
