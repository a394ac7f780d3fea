package dev.fairlead.schema;

import com.networknt.schema.Error;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.JsonTree;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/** The JSON Schema of specs, with findings in our own words. */
public final class SpecSchema {
  private static final String STORAGE = "storage.v1.schema.json";

  private static final String GENERATOR = "storage-generator.v1.schema.json";

  private final String file;
  private final SchemaRules rules;
  private final Conformance conformance;
  private Optional<SchemaTree> whole = Optional.empty();
  private Optional<ShapeValidator> validator = Optional.empty();

  private SpecSchema(String file, SchemaRules rules) {
    this.file = file;
    this.rules = rules;
    this.conformance = new Conformance(rules);
  }

  /** Loads the schema of specs that is packaged with the program. */
  public static SpecSchema load() {
    return new SpecSchema(STORAGE, SchemaRules.embedded());
  }

  /** Loads the schema of {@link SpecKind#GENERATOR}. */
  public static SpecSchema loadGenerator() {
    return new SpecSchema(GENERATOR, SchemaRules.ofSchema(tree(GENERATOR).root()));
  }

  private static SchemaTree tree(String file) {
    Tree tree = JsonTree.of(file, SchemaFiles.of(file));
    return new SchemaTree(tree instanceof Mapping root ? root : Mapping.empty(tree.span()));
  }

  /** The schema of specs as a tree. */
  public static SchemaTree tree() {
    return tree(STORAGE);
  }

  /** The whole schema. Only findings need it, so it is read on first use. */
  private SchemaTree whole() {
    if (whole.isEmpty()) {
      whole = Optional.of(tree(file));
    }
    return whole.get();
  }

  /** The errors of the validator, which is created on first use. */
  List<Error> errors(Tree document) {
    return validator().errors(document);
  }

  /** Whether the validator would find no errors. */
  boolean conforms(Tree document) {
    return conformance.of(document);
  }

  private ShapeValidator validator() {
    if (validator.isEmpty()) {
      validator = Optional.of(new ShapeValidator(whole()));
    }
    return validator.get();
  }

  /**
   * Adds findings about volumes that take fields from the defaults, of which neither has what is
   * required. {@code written} is the same spec as the user wrote it.
   */
  public void checkWrittenOut(Document written, Document spec, Diagnostics diagnostics) {
    Tree root = spec.root();
    if (!conforms(root)) {
      WrittenOutWording.report(whole(), errors(root), written.root(), root, diagnostics);
    }
  }

  /** Adds findings about the shape of the document. */
  public void check(Document document, Diagnostics diagnostics) {
    Tree spec = document.root();
    if (!conforms(spec)) {
      Wording wording = new Wording(whole(), spec, path -> SpecPath.show(spec, path));
      ShapeValidator.report(errors(spec), spec, spec.span(), wording, diagnostics);
    }
  }
}
