package dev.fairlead.krm;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.input.Inputs;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import dev.fairlead.wiring.ExistingWorkloads;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The specs of one call, wherever they stand, and the plan that they make. */
final class Expansion {
  private final SourceFile file;
  private final FieldPaths paths;
  private final WrittenSpecs written;
  private final Diagnostics diagnostics;
  private final List<Document> specs = new ArrayList<>();
  private final Map<String, ClientObject> known = new HashMap<>();
  private final List<Tree> others = new ArrayList<>();

  /** {@code file} is what the client handed over; {@code paths} learns where the specs stand. */
  Expansion(SourceFile file, FieldPaths paths, WrittenSpecs written, Diagnostics diagnostics) {
    this.file = file;
    this.paths = paths;
    this.written = written;
    this.diagnostics = diagnostics;
  }

  /** The plan of all specs; sound unless there are errors. */
  Plan plan(Optional<ClientObject> config, List<ClientObject> items) {
    config.ifPresent(this::addConfig);
    for (ClientObject item : items) {
      if (!item.isSpec()) {
        paths.add(item);
        others.add(item.tree());
      } else if (known.containsKey(item.id())) {
        // A client may hand over the function config among the items too.
        demandSame(known.get(item.id()), item);
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

  private void add(ClientObject spec) {
    known.putIfAbsent(spec.id(), spec);
    WrittenSpecs.Origin origin = written.of(spec);
    origin.refused().forEach(diagnostics::add);
    paths.add(spec);
    // What is wrong with values that come from refused ones only follows from that.
    if (origin.isOpen()) {
      specs.add(new Document(file, spec.tree()));
    }
    origin.document().ifPresent(specs::add);
  }

  private void demandSame(ClientObject spec, ClientObject item) {
    if (!spec.isSame(item)) {
      paths.add(item);
      diagnostics.add(
          Code.DUPLICATE_NAME,
          item.span(),
          message(
              "Storage {} is a resource and named by the function config too, and the two differ",
              item.name()),
          "take a StorageGenerator without files for transformer: it expands the resource, as"
              + " patched");
    }
  }

  private void addConfig(ClientObject config) {
    String kind = config.text("kind");
    if (kind.equals(SpecKind.GENERATOR)) {
      addFiles(config);
    } else if (kind.equals(SpecKind.KIND)) {
      add(config);
    } else if (!isEmpty(config)) {
      paths.add(config);
      Mapping fields = config.fields();
      Tree place = fields.has("kind") ? fields.find("kind") : fields;
      diagnostics.add(
          Code.NOT_A_SPEC,
          place.span(),
          message(
              "the function config is of kind {}{}",
              kind,
              plain(Nearest.question(kind, List.of(SpecKind.KIND, SpecKind.GENERATOR)))),
          "accepted are Storage and StorageGenerator of " + SpecKind.API_VERSION);
    }
  }

  /** Whether it is what kpt sends where the user gave no function config. */
  private static boolean isEmpty(ClientObject config) {
    return config.text("kind").equals("ConfigMap") && config.fields().mapping("data").isEmpty();
  }

  private void addFiles(ClientObject generator) {
    paths.add(generator);
    SpecSchema.loadGenerator().check(new Document(file, generator.tree()), diagnostics);
    List<String> names = generator.fields().strings("files").stream().map(Located::value).toList();
    Inputs inputs =
        new Inputs(InputStream.nullInputStream(), diagnostics, Inputs.Kind.SPECS, false);
    for (SpecInput input : inputs.read(names)) {
      for (Document document :
          new SpecReader(new KubernetesNumbers(), diagnostics).read(input.name(), input.bytes())) {
        ClientObject object = new ClientObject(document.root());
        paths.add(object);
        specs.add(document);
        known.putIfAbsent(object.id(), object);
      }
    }
  }
}
