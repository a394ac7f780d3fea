package dev.fairlead.source;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Tree;
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

/** Reads the documents of one file. */
public final class SpecReader {
  private final Diagnostics diagnostics;
  private final Reading reading;
  private final NumberFields numbers;
  private final Anchors anchors = new Anchors();

  /** A reader of specs. Findings go to {@code diagnostics}. */
  public SpecReader(NumberFields numbers, Diagnostics diagnostics) {
    this(Reading.SPEC, numbers, diagnostics);
  }

  private SpecReader(Reading reading, NumberFields numbers, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.reading = reading;
    this.numbers = numbers;
  }

  /** A reader that accepts plain scalars which YAML readers disagree about, as other tools do. */
  public static SpecReader ofManifests(Diagnostics diagnostics) {
    return new SpecReader(Reading.OTHERS, NumberFields.NONE, diagnostics);
  }

  /** A reader of manifests that means what kubectl would apply. */
  public static SpecReader asKubectl(Diagnostics diagnostics) {
    return new SpecReader(Reading.KUBECTL, NumberFields.NONE, diagnostics);
  }

  /**
   * The documents of a file without empty ones. One with a syntax error is left out. A file without
   * content gives a finding.
   */
  public List<Document> read(String name, byte[] bytes) {
    return decode(name, bytes)
        .filter(file -> isReadable(file, bytes))
        .map(this::documents)
        .orElse(List.of());
  }

  private List<Document> documents(SourceFile file) {
    if (reading == Reading.KUBECTL && beginsWithBrace(file.text())) {
      Optional<List<Document>> json = JsonDocuments.of(file);
      if (json.isPresent()) {
        return json.get();
      }
    }
    return parse(reading == Reading.SPEC ? file : LineSeparatorEscapes.replaced(file));
  }

  /** Whether nothing but space is before the first brace, so that a text may be JSON. */
  private static boolean beginsWithBrace(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i < text.length() && text.charAt(i) == '{';
  }

  /** The documents of a text that only passes through. The locator names positions in it. */
  public List<Document> read(String name, byte[] bytes, SourceFile.Locator locator) {
    return decode(name, bytes)
        .map(file -> new SourceFile(name, file.text(), locator))
        .filter(file -> isReadable(file, bytes))
        .map(file -> parse(LineSeparatorEscapes.replaced(file)))
        .orElse(List.of());
  }

  private boolean isReadable(SourceFile file, byte[] bytes) {
    Optional<Span> unreadable =
        Characters.arePlain(bytes) ? Optional.empty() : Characters.firstUnreadable(file);
    if (unreadable.isPresent()) {
      Span span = unreadable.get();
      int character = file.text().codePointAt(span.start());
      diagnostics.add(
          Code.CONTROL_CHARACTER,
          span,
          String.format("the character U+%04X is not allowed in a YAML file", character));
    }
    return unreadable.isEmpty();
  }

  private List<Document> parse(SourceFile file) {
    List<Document> documents = new ArrayList<>();
    String text = reading == Reading.KUBECTL ? BlankBlocks.flattened(file.text()) : file.text();
    int next = 0;
    while (next >= 0) {
      next = parse(file, text, next, documents);
    }
    if (documents.isEmpty() && !diagnostics.hasErrorsIn(file)) {
      Code code = reading == Reading.SPEC ? Code.NO_SPECS : Code.NO_MANIFESTS;
      diagnostics.add(code, file.whole(), "the file has no content");
    }
    return documents;
  }

  /**
   * Adds the documents from an offset on, up to a syntax error. Returns where the document after
   * the error begins; -1 if there is none.
   */
  private int parse(SourceFile file, String text, int from, List<Document> documents) {
    ScalarReader scalars = new ScalarReader(reading, numbers, diagnostics);
    YamlEvents events = new YamlEvents(text, from);
    int before = documents.size();
    Diagnostic failed;
    try {
      while (events.nextDocument()) {
        Tree root = new TreeBuilder(file, events, scalars, anchors, diagnostics).document();
        if (!root.isNull()) {
          documents.add(new Document(file, root));
        }
      }
      return -1;
    } catch (ParseFailure failure) {
      failed = failure.finding();
    } catch (MarkedYamlEngineException failure) {
      failed = new SyntaxErrors(file, text, from, events).explain(failure);
      if (SyntaxErrors.isInDocumentBefore(failure) && documents.size() > before) {
        documents.remove(documents.size() - 1);
      }
    }
    diagnostics.add(failed);
    diagnostics.leaveUnread();
    return diagnostics.hasMany()
        ? -1
        : DocumentMarker.next(text, Math.max(from + 1, failed.span().start()));
  }

  private Optional<SourceFile> decode(String name, byte[] bytes) {
    // Only text that decodes to U+FFFD can be malformed. The strict decoder takes twice the memory.
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
    diagnostics.add(
        Code.INVALID_UTF8,
        file.character(file.text().length()),
        String.format(
            "byte 0x%02X at offset %d is not UTF-8", Byte.toUnsignedInt(bytes[offset]), offset),
        "save the file as UTF-8");
    return Optional.empty();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
