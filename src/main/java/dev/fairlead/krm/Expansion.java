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

/** The specs of one call from all sources, and the plan that they make. */
final class Expansion {
  private final SourceFile file;
  private final FieldPaths paths;
  private final WrittenSpecs written;
  private final Diagnostics diagnostics;
  private final List<Document> specs = new ArrayList<>();
  private final Map<String, ClientObject> known = new HashMap<>();
  private final List<Tree> others = new ArrayList<>();
  private final ReplacedLists replaced = new ReplacedLists();

  /** {@code file} is the input of the client. {@code paths} gets the positions of the specs. */
  Expansion(SourceFile file, FieldPaths paths, WrittenSpecs written, Diagnostics diagnostics) {
    this.file = file;
    this.paths = paths;
    this.written = written;
    this.diagnostics = diagnostics;
  }

  /** The plan of all specs. It is valid only if there are no errors. */
  Plan plan(Optional<ClientObject> config, List<ClientObject> items) {
    config.ifPresent(this::addConfig);
    for (ClientObject item : items) {
      if (!item.isSpec()) {
        paths.add(item);
        others.add(item.tree());
      } else if (known.containsKey(item.id())) {
        // A client may pass the function config among the items too.
        checkSame(known.get(item.id()), item);
      } else {
        add(item);
      }
    }
    if (specs.isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.add(
          Code.NO_SPECS,
          file.whole(),
          "there is no spec: neither the function config nor any item is of kind Storage",
          "use a spec as the function config, or list specs in a StorageGenerator");
    }
    Plan plan =
        new Transpiler().transpileDocuments(specs, new ExistingWorkloads(others), diagnostics);
    diagnostics.reword(replaced::explained);
    return plan;
  }

  private void add(ClientObject spec) {
    known.putIfAbsent(spec.id(), spec);
    WrittenSpecs.Origin origin = written.of(spec);
    origin.rejected().forEach(diagnostics::add);
    paths.add(spec);
    // Findings about values of a rejected original only follow from the rejection.
    if (origin.isOpen()) {
      specs.add(new Document(file, spec.tree()));
      if (origin.before().isPresent() && origin.before().get().root() instanceof Mapping written) {
        replaced.add(written, spec.fields());
      }
    }
    origin.document().ifPresent(specs::add);
  }

  private void checkSame(ClientObject spec, ClientObject item) {
    if (!spec.isSame(item)) {
      paths.add(item);
      diagnostics.add(
          Code.DUPLICATE_NAME,
          item.span(),
          message(
              "Storage {} is among the resources and in the function config, and the two differ",
              item.name()),
          "use a StorageGenerator without files as transformer: it expands the resource"
              + " after patches");
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
          "use kind Storage or StorageGenerator of " + SpecKind.API_VERSION);
    }
  }

  /** Whether the config is what kpt sends if the user gave no function config. */
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
