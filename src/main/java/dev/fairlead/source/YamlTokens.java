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
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLFactoryBuilder;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Jackson's YAML parser with a view of what its tokens leave out: quotes, tags, anchors and exact
 * marks.
 */
final class YamlTokens extends YAMLParser {
  private static final int SMALLEST_BUFFER = 1024;
  private static final int MOST_BUFFERS = 64;

  private YamlTokens(
      ObjectReadContext readContext,
      IOContext ioContext,
      BufferRecycler recycler,
      int streamFeatures,
      int formatFeatures,
      LoadSettings settings,
      Reader reader) {
    super(readContext, ioContext, recycler, streamFeatures, formatFeatures, settings, reader);
  }

  static YamlTokens over(String text) {
    // The scanner copies what it has of a scalar for every buffer, so there must not be too many.
    int buffer = Math.max(SMALLEST_BUFFER, text.length() / MOST_BUFFERS);
    return (YamlTokens)
        new Factory(settings(buffer))
            .createParser(ObjectReadContext.empty(), new WholeCharacters(text));
  }

  private static YAMLFactoryBuilder settings(int buffer) {
    // Size is bounded by the machine, depth and aliases by TreeBuilder.
    StreamReadConstraints unbounded =
        StreamReadConstraints.builder()
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxNestingDepth(Integer.MAX_VALUE)
            .build();
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(buffer)
            .setAllowDuplicateKeys(true)
            .setSchema(new FailsafeSchema())
            .build();
    return YAMLFactory.builder().streamReadConstraints(unbounded).loadSettings(settings);
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

  private static final class Factory extends YAMLFactory {
    private static final long serialVersionUID = 1L;

    Factory(YAMLFactoryBuilder builder) {
      super(builder);
    }

    @Override
    protected YAMLParser _createParser(
        ObjectReadContext readContext, IOContext ioContext, Reader reader) {
      return new YamlTokens(
          readContext,
          ioContext,
          _getBufferRecycler(),
          readContext.getStreamReadFeatures(_streamReadFeatures),
          readContext.getFormatReadFeatures(_formatReadFeatures),
          _loadSettings,
          reader);
    }
  }
}
