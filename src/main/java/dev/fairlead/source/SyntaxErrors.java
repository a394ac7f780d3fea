package dev.fairlead.source;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** Words the errors of the YAML parser. */
final class SyntaxErrors {
  private static final String OTHER_VERSION = "another version of YAML";
  private static final String NO_CHARACTER = "an escape that is no character";

  /** What stands at the place of a problem that the parser gives no place for. */
  private static final Map<String, Pattern> FOUND_BY =
      Map.of(
          OTHER_VERSION,
          Pattern.compile("^%YAML.*", Pattern.MULTILINE),
          NO_CHARACTER,
          Pattern.compile("\\\\U(?!00(0[0-9A-Fa-f]|10))[0-9A-Fa-f]{8}"));

  private final SourceFile file;
  private final YamlEvents events;

  /** For the events of a file. */
  SyntaxErrors(SourceFile file, YamlEvents events) {
    this.file = file;
    this.events = events;
  }

  /**
   * An exception of the parser with a place. Some of its own have none, such as that about a
   * version of YAML: their place is the last event before them.
   */
  static MarkedYamlEngineException marked(RuntimeException failure, Event last) {
    if (failure instanceof MarkedYamlEngineException marked) {
      return marked;
    }
    String problem =
        failure instanceof YamlVersionException
            ? OTHER_VERSION
            : failure instanceof NumberFormatException
                ? NO_CHARACTER
                : Optional.ofNullable(failure.getMessage()).orElse("");
    return new ScannerException("", Optional.empty(), problem, last.getEndMark());
  }

  Diagnostic explain(MarkedYamlEngineException failure) {
    String context = Optional.ofNullable(failure.getContext()).orElse("");
    String problem = Optional.ofNullable(failure.getProblem()).orElse("");
    Optional<Span> problemSpan = failure.getProblemMark().map(this::at);
    Span span = problemSpan.orElseGet(file::start);
    Optional<Span> contextSpan = failure.getContextMark().map(this::at);
    if (problem.equals(OTHER_VERSION)) {
      return finding(found(problem, span), "this version of YAML is unknown")
          .withHint("leave the line out: 1.2 is read, as by every reader");
    }
    if (problem.equals(NO_CHARACTER)) {
      Span escape = found(problem, span);
      return finding(escape, raw(escape) + " is no character: the last one is \\U0010FFFF");
    }
    if (problem.contains("(TAB)")) {
      return finding(span, "a tab is not allowed here: use spaces");
    }
    if (problem.contains("cannot start any token")
        || context.matches(".*(alias|anchor|directive).*")) {
      Span start = contextSpan.orElse(span);
      return finding(start, "text that begins with " + characterAt(start) + " must be quoted");
    }
    if (context.contains("block scalar")) {
      return finding(
          contextSpan.orElse(span),
          "| and > start a block of lines; quote any other text that begins with them");
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return finding(contextSpan.orElse(span), "the quote opened here is never closed");
    }
    if (problem.contains("unknown escape")) {
      return finding(span, "\\" + raw(span) + " is not an escape in a double-quoted string")
          .withHint("write \\\\ for a backslash, or use single quotes");
    }
    if (context.contains("flow") && contextSpan.isPresent()) {
      return raw(span).isEmpty()
          ? finding(openBracket(), "the bracket opened here is never closed")
          : finding(
              span,
              "expected \",\" or the bracket that closes the one in line "
                  + contextSpan.get().line());
    }
    if (problem.contains("mapping values are not allowed here")) {
      return finding(span, "a \": \" is not allowed here: it makes the text before it a key")
          .withHint("quote text that contains \": \", or check the indentation");
    }
    if (context.contains("simple key") || problem.contains("could not find expected ':'")) {
      return finding(contextSpan.orElse(span), "expected \"key: value\", found no \":\"");
    }
    if (problem.contains("expected <block end>")) {
      return finding(
          span, "this does not fit the text before it: check the indentation and the quotes");
    }
    String text = context.isEmpty() ? problem : context + ", " + problem;
    return finding(span, "YAML syntax: " + Quote.visible(text.toLowerCase(Locale.ROOT).strip()));
  }

  /** The innermost bracket that is open at the problem. The parser does not always name it. */
  private Span openBracket() {
    return file.character(events.again().lastOpen());
  }

  /** The text of a problem, which begins at a place or after it. */
  private Span found(String problem, Span from) {
    Matcher text = FOUND_BY.get(problem).matcher(file.text());
    return text.find(from.start()) ? new Span(file, text.start(), text.end()) : from;
  }

  /** The character at a position, in quotes. */
  private String characterAt(Span span) {
    return Quote.quote(raw(span));
  }

  /** The character at a position. Empty at the end of a line. */
  private static String raw(Span span) {
    return span.text();
  }

  private static Diagnostic finding(Span span, String message) {
    return Diagnostic.of(Code.YAML_SYNTAX, span, message);
  }

  private Span at(Mark mark) {
    return file.character(events.offset(mark));
  }
}
