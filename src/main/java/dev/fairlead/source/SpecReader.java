package dev.fairlead.source;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.document.Document;
import dev.fairlead.document.LongLists;
import dev.fairlead.document.Node;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.databind.JsonNode;

/** Reads the documents of one file. */
public final class SpecReader {
  private final Diagnostics diagnostics;
  private final boolean strict;
  private final LongLists longLists;

  /** Findings go to {@code diagnostics}. */
  public SpecReader(Diagnostics diagnostics) {
    this(diagnostics, new LongLists());
  }

  /** A reader whose long lists are {@code longLists}, which all that is read shares. */
  public SpecReader(Diagnostics diagnostics, LongLists longLists) {
    this(diagnostics, true, longLists);
  }

  private SpecReader(Diagnostics diagnostics, boolean strict, LongLists longLists) {
    this.diagnostics = diagnostics;
    this.strict = strict;
    this.longLists = longLists;
  }

  /**
   * A reader that takes plain scalars which YAML readers disagree about, as other tools do, and
   * whose documents are single objects, those of lists included.
   */
  public static SpecReader ofManifests(Diagnostics diagnostics) {
    return new SpecReader(diagnostics, false, new LongLists());
  }

  /**
   * The documents of a file, empty ones left out; after a syntax error those before it. A file
   * without any content is a finding of its own.
   */
  public List<Document> read(String name, byte[] bytes) {
    return decode(name, bytes)
        .filter(file -> isReadable(file, bytes))
        .map(file -> documents(strict ? file : ForgottenEscapes.mended(file)))
        .orElse(List.of());
  }

  /** The documents of a text that only passes through: the locator names places in it. */
  public List<Document> read(String name, byte[] bytes, SourceFile.Locator locator) {
    return decode(name, bytes)
        .map(file -> new SourceFile(name, file.text(), locator))
        .filter(file -> isReadable(file, bytes))
        .map(file -> documents(ForgottenEscapes.mended(file)))
        .orElse(List.of());
  }

  private List<Document> documents(SourceFile file) {
    List<Document> documents = parse(file);
    return strict ? documents : documents.stream().flatMap(ManifestLists::flatten).toList();
  }

  private boolean isReadable(SourceFile file, byte[] bytes) {
    Optional<Span> unreadable =
        Characters.arePlain(bytes) ? Optional.empty() : Characters.firstUnreadable(file);
    if (unreadable.isPresent()) {
      Span span = unreadable.get();
      int offset = file.line(span.line()).offsetByCodePoints(0, span.column() - 1);
      diagnostics.add(
          Code.CONTROL_CHARACTER,
          span,
          String.format(
              "the character U+%04X can't stand in a YAML file",
              file.line(span.line()).codePointAt(offset)));
    }
    return unreadable.isEmpty();
  }

  private List<Document> parse(SourceFile file) {
    List<Document> documents = new ArrayList<>();
    YamlEvents events = YamlEvents.over(file.text());
    try {
      while (events.nextDocument()) {
        JsonNode root = new TreeBuilder(file, events, strict, longLists, diagnostics).document();
        if (!(root instanceof Node.Nothing)) {
          documents.add(new Document(file, root));
        }
      }
      if (documents.isEmpty() && !diagnostics.hasErrorsIn(file)) {
        diagnostics.add(Code.NO_SPECS, file.whole(), "the file has no content");
      }
    } catch (Unreadable unreadable) {
      diagnostics.add(unreadable.finding());
    } catch (MarkedYamlEngineException failure) {
      diagnostics.add(new SyntaxErrors(file, events).explain(failure));
    }
    return documents;
  }

  private Optional<SourceFile> decode(String name, byte[] bytes) {
    // Only what reads as U+FFFD can have been malformed; the strict decoder takes twice the memory.
    String quick = new String(bytes, StandardCharsets.UTF_8);
    if (quick.indexOf('\uFFFD') < 0) {
      return Optional.of(new SourceFile(name, withoutMark(quick)));
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    SourceFile file = new SourceFile(name, withoutMark(out.flip().toString()));
    if (!result.isError()) {
      return Optional.of(file);
    }
    int offset = in.position();
    Span end = endOf(file);
    diagnostics.add(
        Code.INVALID_UTF8,
        end,
        String.format(
            "byte 0x%02X at offset %d is not UTF-8", Byte.toUnsignedInt(bytes[offset]), offset),
        "save the file as UTF-8");
    return Optional.empty();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Span endOf(SourceFile file) {
    String[] lines = file.text().split("\r\n|\r|\n", -1);
    String last = lines[lines.length - 1];
    int column = last.codePointCount(0, last.length()) + 1;
    return new Span(file, lines.length, column, lines.length, column);
  }
}
