package dev.fairlead.render;

import dev.fairlead.model.Resource;
import dev.fairlead.source.WholeCharacters;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Prints resources as one JSON List, by converting the YAML output. */
public final class JsonList {
  private final Templates templates;
  private final YAMLFactory yaml =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder()
                  .setSchema(new CoreSchema())
                  .setCodePointLimit(Integer.MAX_VALUE)
                  .build())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** The templates decide what is printed. */
  public JsonList(Templates templates) {
    this.templates = templates;
  }

  /** Prints the manifests of {@link Templates#print} as {@code items} of a v1 List. */
  public void print(List<Resource> resources, List<String> others, Writer out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();
    try (JsonGenerator json = factory.createGenerator(new Indented(), out)) {
      json.writeStartObject();
      json.writeStringProperty("apiVersion", "v1");
      json.writeStringProperty("kind", "List");
      json.writeArrayPropertyStart("items");
      for (Resource resource : resources) {
        copy(templates.text(resource), json);
      }
      others.forEach(text -> copy(text, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write("\n");
  }

  private void copy(String text, JsonGenerator json) {
    try (JsonParser in = yaml.createParser(ObjectReadContext.empty(), new WholeCharacters(text))) {
      in.nextToken();
      json.copyCurrentStructure(in);
    }
  }

  /** Two spaces per level and LF, on every system. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentArraysWith(indenter);
      printer.indentObjectsWith(indenter);
      return printer;
    }
  }
}
