package dev.fairlead.source;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Words the error that a line begins at a column where it fits nothing. */
final class Indentation {
  private final SourceFile file;
  private final String text;
  private final int from;

  /** For a text that is parsed from an offset on. */
  Indentation(SourceFile file, String text, int from) {
    this.file = file;
    this.text = text;
    this.from = from;
  }

  /** A list or mapping that is open at a place: where it begins, and whether it has brackets. */
  private record Block(int start, boolean list, boolean flow) {}

  /** The innermost bracket that is open at an offset. */
  Optional<Span> bracket(int offset) {
    List<Block> open = open(offset);
    boolean flow = !open.isEmpty() && open.get(open.size() - 1).flow();
    return flow ? Optional.of(file.character(open.get(open.size() - 1).start())) : Optional.empty();
  }

  /** The finding; empty if the problem at a place has another cause than the indentation. */
  Optional<Diagnostic> explain(Span problem, String words) {
    int line = file.startOfLine(problem.start());
    int start = line;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    boolean badColon = words.contains("mapping values are not allowed");
    boolean badBlock =
        words.contains("expected <block end>") || words.contains(SyntaxErrors.NO_DOCUMENT);
    if (!(badColon && isFirstColon(start, problem.start()))
        && !(badBlock && start == problem.start())) {
      return Optional.empty();
    }
    boolean item = text.startsWith("- ", start) || text.startsWith("-\n", start);
    TreeMap<Integer, Span> columns = columns(line, item);
    int column = start - line + 1;
    if (columns.isEmpty() || columns.containsKey(column)) {
      return Optional.empty();
    }
    Diagnostic finding =
        Diagnostic.of(
                Code.YAML_SYNTAX,
                new Span(file, start, problem.start() > start ? problem.start() : start + 1),
                "this line begins at column "
                    + column
                    + "; "
                    + (item ? "an item of a list" : "a key")
                    + " fits here at column "
                    + list(columns))
            .withHint(
                badColon
                    ? "indent it like the lines that it belongs to, or quote text that contains"
                        + " \": \""
                    : "indent it like the lines that it belongs to");
    return Optional.of(withNearest(finding, columns, column));
  }

  /** Whether a colon is the first of its line, so that it makes a key of the line's beginning. */
  private boolean isFirstColon(int start, int colon) {
    String before = text.substring(start, colon);
    return !before.isEmpty() && !before.contains(": ") && "\"'{[#".indexOf(before.charAt(0)) < 0;
  }

  /** The places of the blocks, of lists or of mappings, that are open before a line, by column. */
  private TreeMap<Integer, Span> columns(int line, boolean lists) {
    TreeMap<Integer, Span> columns = new TreeMap<>();
    for (Block block : open(line)) {
      if (block.list() == lists && !block.flow()) {
        Span span = file.character(block.start());
        columns.put(span.column(), span);
      }
    }
    return columns;
  }

  private List<Block> open(int offset) {
    List<Block> open = new ArrayList<>();
    YamlEvents events = new YamlEvents(text, from);
    try {
      Event.ID event = events.next();
      while (event != Event.ID.StreamEnd
          && (events.start() < offset || event == Event.ID.StreamStart)) {
        switch (event) {
          case MappingStart, SequenceStart -> {
            boolean list = event == Event.ID.SequenceStart;
            open.add(new Block(events.start(), list, events.isFlow()));
          }
          case MappingEnd, SequenceEnd -> open.remove(open.size() - 1);
          default -> {}
        }
        event = events.next();
      }
    } catch (MarkedYamlEngineException failure) {
      // It is the one that is to be explained.
    }
    return open;
  }

  private static String list(TreeMap<Integer, Span> columns) {
    StringBuilder list = new StringBuilder();
    for (int column : columns.keySet()) {
      boolean last = column == columns.lastKey();
      list.append(list.isEmpty() ? "" : last ? " or " : ", ").append(column);
    }
    return list.toString();
  }

  /** The finding with the places of the nearest columns that fit. */
  private static Diagnostic withNearest(
      Diagnostic finding, TreeMap<Integer, Span> columns, int column) {
    Diagnostic result = finding.withLabel("column " + column);
    for (Integer near : new Integer[] {columns.lowerKey(column), columns.higherKey(column)}) {
      if (near != null) {
        result = result.withRelated(columns.get(near), "column " + near);
      }
    }
    return result;
  }
}
