package dev.fairlead.diagnostic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that stand for many things, such as a range of names. What is wrong with such a text is
 * wrong with all of them, and the finding about the first one is enough.
 */
final class Repeats {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final List<Span> extents = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  void add(Span extent, Set<String> names) {
    extents.add(extent);
    this.names.addAll(names);
  }

  /** Whether an earlier finding says the same about another name. */
  boolean isRepeat(Diagnostic finding) {
    for (Span extent : extents) {
      if (extent.contains(finding.span())) {
        Span span = finding.span();
        return !seen.add(span.start() + " " + finding.code() + withoutNames(finding.message()));
      }
    }
    return false;
  }

  /** The message without the names, and without the numbers in names made from them. */
  private String withoutNames(String message) {
    Matcher quoted = QUOTED.matcher(message);
    return quoted.replaceAll(
        found ->
            names.contains(found.group(1))
                ? ""
                : Matcher.quoteReplacement(found.group().replaceAll("[0-9]+", "0")));
  }
}
