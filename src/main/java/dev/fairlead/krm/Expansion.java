package dev.fairlead.krm;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.document.Document;
import dev.fairlead.document.Node;
import dev.fairlead.input.Inputs;
import dev.fairlead.model.Plan;
import dev.fairlead.normalize.ExistingWorkloads;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.SpecReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The specs of one call, wherever they stand, and the plan that they make. */
final class Expansion {
  private final SourceFile file;
  private final FieldPaths paths;
  private final WrittenSpecs written;
  private final Diagnostics diagnostics;
  private final List<Document> specs = new ArrayList<>();
  private final Map<String, JsonNode> known = new HashMap<>();
  private final List<JsonNode> others = new ArrayList<>();

  /** {@code file} is what the client handed over; {@code paths} learns where the specs stand. */
  Expansion(SourceFile file, FieldPaths paths, WrittenSpecs written, Diagnostics diagnostics) {
    this.file = file;
    this.paths = paths;
    this.written = written;
    this.diagnostics = diagnostics;
  }

  /** The plan of all specs; sound unless there are errors. */
  Plan plan(Optional<JsonNode> config, List<JsonNode> items) {
    config.ifPresent(this::addConfig);
    for (JsonNode item : items) {
      if (!Objects.isSpec(item)) {
        paths.add(item);
        others.add(item);
      } else if (known.containsKey(Objects.id(item))) {
        // A client may hand over the function config among the items too.
        demandSame(known.get(Objects.id(item)), item);
      } else {
        add(item);
      }
    }
    if (specs.isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.add(
          Code.NO_SPECS,
          file.whole(),
          "there is no spec: neither the function config nor any item is of kind Storage",
          "make a spec the function config, or name specs in a StorageGenerator");
    }
    return new Transpiler().transpileDocuments(specs, new ExistingWorkloads(others), diagnostics);
  }

  private void add(JsonNode spec) {
    known.putIfAbsent(Objects.id(spec), spec);
    WrittenSpecs.Origin origin = written.of(spec);
    origin.refused().forEach(diagnostics::add);
    paths.add(spec);
    // What is wrong with values that come from refused ones only follows from that.
    if (origin.isOpen()) {
      specs.add(new Document(file, spec));
    }
    origin.document().ifPresent(specs::add);
  }

  private void demandSame(JsonNode spec, JsonNode item) {
    if (!Objects.same(spec, item)) {
      paths.add(item);
      diagnostics.add(
          Code.DUPLICATE_NAME,
          Node.placeOf(item).value(),
          "Storage "
              + quote(Objects.text(item, "/metadata/name"))
              + " is a resource and named by the function config too, and the two differ",
          "take a StorageGenerator without files for transformer: it expands the resource, as patched");
    }
  }

  private void addConfig(JsonNode config) {
    String kind = Objects.text(config, "/kind");
    if (kind.equals(SpecKind.GENERATOR)) {
      addFiles(config);
    } else if (kind.equals(SpecKind.KIND)) {
      add(config);
    } else if (!isEmptyConfig(config)) {
      paths.add(config);
      JsonNode place = config.path("kind").isMissingNode() ? config : config.path("kind");
      diagnostics.add(
          Code.NOT_A_SPEC,
          Node.placeOf(place).value(),
          "the function config is of kind "
              + quote(kind)
              + Nearest.question(kind, List.of(SpecKind.KIND, SpecKind.GENERATOR)),
          "accepted are Storage and StorageGenerator of " + SpecKind.API_VERSION);
    }
  }

  /** What kpt sends where the user gave no function config. */
  private static boolean isEmptyConfig(JsonNode config) {
    return Objects.text(config, "/kind").equals("ConfigMap") && config.path("data").isEmpty();
  }

  private void addFiles(JsonNode generator) {
    paths.add(generator);
    SpecSchema.loadGenerator().check(new Document(file, generator), diagnostics);
    List<String> names =
        generator
            .path("files")
            .valueStream()
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .toList();
    Inputs inputs =
        new Inputs(InputStream.nullInputStream(), diagnostics, Inputs.Kind.SPECS, false);
    for (SpecInput input : inputs.read(names)) {
      List<Document> documents = new SpecReader(diagnostics).read(input.name(), input.bytes());
      for (Document document : documents) {
        paths.add(document.root());
        specs.add(document);
        known.putIfAbsent(Objects.id(document.root()), document.root());
      }
    }
  }
}
