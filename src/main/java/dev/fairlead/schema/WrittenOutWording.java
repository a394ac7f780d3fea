package dev.fairlead.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.List;

/**
 * Words errors in a spec that is written out, with the paths that it has as the user wrote it. What
 * neither a volume nor the defaults have is missing at the volume.
 */
final class WrittenOutWording extends Wording {
  private final Mapping written;
  private final Tree spec;

  private WrittenOutWording(SchemaTree schema, Tree written, Tree spec) {
    super(schema, spec, path -> show(written, spec, path));
    this.written = written instanceof Mapping root ? root : Mapping.empty(written.span());
    this.spec = spec;
  }

  /** Adds findings about errors in a spec that is written out. */
  static void report(
      SchemaTree schema, List<Error> errors, Tree written, Tree spec, Diagnostics diagnostics) {
    Wording wording = new WrittenOutWording(schema, written, spec);
    ShapeValidator.report(errors, spec, spec.span(), wording, diagnostics);
  }

  private static String show(Tree written, Tree spec, NodePath path) {
    String shown = SpecPath.show(spec, path);
    if (path.getNameCount() < 2 || !"volumes".equals(path.getElement(0))) {
      return shown;
    }
    Span item = SpecPath.item(spec, path).span();
    List<Tree> entries = written instanceof Mapping root ? root.list("volumes") : List.of();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).span().equals(item)) {
        return "volumes[" + i + shown.substring(shown.indexOf(']'));
      }
    }
    return shown;
  }

  @Override
  Violation placed(Violation violation) {
    Mapping volume = SpecPath.item(spec, violation.path());
    boolean fromDefaults = !volume.span().contains(violation.key());
    return violation.keyword().equals("required") && fromDefaults
        ? new Violation(violation.error(), violation.value(), volume.spanOf("name"))
        : violation;
  }

  @Override
  List<Object> once(Violation violation) {
    return List.of(violation.key(), super.once(violation));
  }

  @Override
  boolean isExplained(Violation violation, Diagnostics diagnostics) {
    Span shared = written.mapping("defaults").spanOf(SpecPath.field(violation.path()));
    return super.isExplained(violation, diagnostics)
        || (violation.keyword().equals("required")
            && diagnostics.isExplained(shared, violation.property()));
  }
}
