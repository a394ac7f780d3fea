package dev.fairlead.source;

import dev.fairlead.document.WholeCharacters;
import java.io.Reader;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/**
 * Jackson's YAML parser with a view of what its tokens leave out: quotes, tags, anchors and exact
 * marks.
 */
final class YamlTokens extends YAMLParser {
  private static final int SMALLEST_BUFFER = 1024;
  private static final int MOST_BUFFERS = 64;

  private YamlTokens(IOContext context, LoadSettings settings, Reader text) {
    super(
        ObjectReadContext.empty(),
        context,
        context.bufferRecycler(),
        StreamReadFeature.collectDefaults(),
        YAMLReadFeature.collectDefaults(),
        settings,
        text);
  }

  /** Not by a factory: one loads every parser that Jackson has. */
  static YamlTokens over(String text) {
    // Size is bounded by the machine, depth and aliases by TreeBuilder.
    StreamReadConstraints unbounded =
        StreamReadConstraints.builder()
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNestingDepth(Integer.MAX_VALUE)
            .build();
    IOContext context =
        new IOContext(
            unbounded,
            StreamWriteConstraints.defaults(),
            ErrorReportConfiguration.defaults(),
            new BufferRecycler(),
            ContentReference.unknown(),
            false,
            JsonEncoding.UTF8);
    // The scanner copies what it has of a scalar for every buffer, so there must not be too many.
    int buffer = Math.max(SMALLEST_BUFFER, text.length() / MOST_BUFFERS);
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(buffer)
            .setAllowDuplicateKeys(true)
            .setSchema(new FailsafeSchema())
            .build();
    return new YamlTokens(context, settings, new WholeCharacters(text));
  }

  /** The plain, quoted or block scalar that is the current token, if it is one. */
  Optional<ScalarEvent> scalar() {
    return _lastEvent instanceof ScalarEvent scalar ? Optional.of(scalar) : Optional.empty();
  }

  Optional<String> anchor() {
    return _lastEvent instanceof NodeEvent node
        ? node.getAnchor().map(Anchor::getValue)
        : Optional.empty();
  }

  /** The full tag as written or meant, such as {@code tag:yaml.org,2002:str}. */
  Optional<String> tag() {
    if (_lastEvent instanceof CollectionStartEvent collection) {
      return collection.getTag();
    }
    return scalar().flatMap(ScalarEvent::getTag);
  }

  /** Whether the mapping or list that begins here is written in brackets. */
  boolean isFlow() {
    return _lastEvent instanceof CollectionStartEvent collection && collection.isFlow();
  }

  Mark startMark() {
    return _lastEvent.getStartMark().orElseThrow();
  }

  Mark endMark() {
    return _lastEvent.getEndMark().orElseThrow();
  }

  /** Whether a token has been read at all. */
  boolean started() {
    return _lastEvent != null;
  }

  /** Leaves all scalars alone: what they mean is decided in one place, {@link PlainScalar}. */
  @Override
  protected JsonToken _decodeScalar(ScalarEvent scalar) {
    return JsonToken.VALUE_STRING;
  }
}
