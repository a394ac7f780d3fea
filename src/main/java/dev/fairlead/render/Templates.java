package dev.fairlead.render;

import com.github.mustachejava.Mustache;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Existing;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

/** Prints resources as YAML documents. A fault in a template is a bug and throws. */
public final class Templates {
  private final StrictFactory factory;

  private Templates(UnaryOperator<String> files, StrictFactory.Compiled compiled) {
    this.factory = new StrictFactory(new TemplateTexts(files), compiled);
  }

  /** The templates that are packaged with the program. */
  public static Templates load() {
    return new Templates(TemplateFiles::of, CompiledTemplates::of);
  }

  /** Templates that are parsed now, by name, for tests. */
  static Templates of(UnaryOperator<String> files) {
    return new Templates(files, (name, factory) -> null);
  }

  /**
   * Prints everything that the plan makes, in its order, then the manifests that it adds mounts to,
   * with {@code ---} between them.
   */
  public void print(Plan plan, Writer out) throws IOException {
    Separators separators = new Separators(out);
    SideBySide<Resource> resources = new SideBySide<>(this::documents, separators::next);
    // Not by an iterator, which would collect what the stream makes one by one.
    plan.resources().forEachOrdered(resources);
    resources.finish();
    for (Existing existing : plan.existing()) {
      separators.next(new ManifestPatch(this).text(existing));
    }
  }

  private String documents(List<Resource> resources) {
    Indented text = new Indented(resources.size());
    for (Resource resource : resources) {
      if (!text.isEmpty()) {
        text.write("---\n");
      }
      template(resource).execute(text, View.of(resource));
    }
    return text.toString();
  }

  /** Prints one resource as one YAML document. */
  public void print(Resource resource, Writer out) {
    Indented text = new Indented(1);
    template(resource).execute(text, View.of(resource));
    write(text.toString(), out);
  }

  private static void write(String text, Writer out) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes documents, and what stands between them. */
  private static final class Separators {
    private final Writer out;
    private boolean begun;

    Separators(Writer out) {
      this.out = out;
    }

    void next(String documents) {
      if (documents.isEmpty()) {
        return;
      }
      if (begun) {
        Templates.write("---\n", out);
      }
      begun = true;
      Templates.write(documents, out);
    }
  }

  /** Prints the items of a list, each behind its dash. */
  public void print(Tree.Sequence list, Writer out) {
    Indented text = new Indented(1);
    factory.compile("list.mustache").execute(text, new View.OfList(list));
    write(text.toString(), out);
  }

  private Mustache template(Resource resource) {
    if (resource instanceof Volume) {
      return factory.compile("PersistentVolume.mustache");
    }
    return factory.compile(
        resource instanceof Claim ? "PersistentVolumeClaim.mustache" : "Workload.mustache");
  }
}
