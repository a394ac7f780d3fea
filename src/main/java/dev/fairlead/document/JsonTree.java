package dev.fairlead.document;

import dev.fairlead.diagnostic.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON that is part of the program into {@link Node}s. From the token stream, because an
 * object mapper takes longer to start than everything else here.
 */
public final class JsonTree {
  private final JsonParser in;
  private final Place nowhere;

  private JsonTree(JsonParser in, Place nowhere) {
    this.in = in;
    this.nowhere = nowhere;
  }

  /** The tree of a class path resource; a missing or broken one is a bug. */
  public static JsonNode ofResource(Class<?> owner, String path) {
    return of(path, textOf(owner, path));
  }

  /** The text of a class path resource, which is UTF-8. */
  public static String textOf(Class<?> owner, String path) {
    try (InputStream stream = owner.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tree of some JSON that is part of the program under a name. */
  public static JsonNode of(String name, String json) {
    Place nowhere = Place.of(new SourceFile(name, "").start());
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      return new JsonTree(in, nowhere).value(in.nextToken());
    }
  }

  private JsonNode value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, JsonNode> children = new LinkedHashMap<>();
        for (String key = in.nextName(); key != null; key = in.nextName()) {
          children.put(key, value(in.nextToken()));
        }
        yield new Node.Mapping(children, nowhere);
      }
      case START_ARRAY -> {
        List<JsonNode> items = new ArrayList<>();
        for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
          items.add(value(t));
        }
        yield new Node.Sequence(items, nowhere);
      }
      case VALUE_STRING -> new Node.Text(in.getString(), nowhere);
      case VALUE_NUMBER_INT ->
          new Node.Whole(new BigInteger(in.getString()), in.getString(), nowhere);
      case VALUE_NUMBER_FLOAT ->
          new Node.Fraction(new BigDecimal(in.getString()), in.getString(), nowhere);
      case VALUE_TRUE -> new Node.Flag(true, nowhere);
      case VALUE_FALSE -> new Node.Flag(false, nowhere);
      default -> new Node.Nothing(nowhere);
    };
  }
}
