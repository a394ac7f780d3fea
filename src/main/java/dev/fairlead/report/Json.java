package dev.fairlead.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes indented JSON. The calling code has the structure of the output. */
public final class Json {
  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Writes one object as a document. */
  public static void print(Writer out, Consumer<Json> content) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new VisibleEscapes())
            .build();
    try (JsonGenerator generator = factory.createGenerator(new Indented(), out)) {
      generator.writeStartObject();
      content.accept(new Json(generator));
      generator.writeEndObject();
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    out.write('\n');
    out.flush();
  }

  /** A string. */
  public void text(String name, String value) {
    out.writeStringProperty(name, value);
  }

  /** A whole number. */
  public void number(String name, int value) {
    out.writeNumberProperty(name, value);
  }

  /** An object. */
  public void object(String name, Runnable content) {
    out.writeObjectPropertyStart(name);
    content.run();
    out.writeEndObject();
  }

  /** A boolean. */
  public void bool(String name, boolean value) {
    out.writeBooleanProperty(name, value);
  }

  /** A list of strings. */
  public void texts(String name, List<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(out::writeString);
    out.writeEndArray();
  }

  /** A list with one object for each item. */
  public <T> void objects(String name, List<T> items, Consumer<T> content) {
    out.writeArrayPropertyStart(name);
    for (T item : items) {
      out.writeStartObject();
      content.accept(item);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** A list of one object. */
  void single(String name, Runnable content) {
    objects(name, List.of(name), item -> content.run());
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      // By default, the line end depends on the system.
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER)
              .withArrayEmptySeparator("")
              .withObjectEmptySeparator("");
      return new DefaultPrettyPrinter(separators)
          .withObjectIndenter(indenter)
          .withArrayIndenter(indenter);
    }
  }
}
