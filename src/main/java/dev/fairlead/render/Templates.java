package dev.fairlead.render;

import dev.fairlead.model.Resource;
import dev.fairlead.mustache.Indented;
import dev.fairlead.mustache.StrictFactory;
import dev.fairlead.tree.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

/** Prints resources as YAML documents. Throws for an error in a template, which is a bug. */
public final class Templates {
  private static final String SEPARATOR = "---\n";

  private final StrictFactory factory;

  private Templates(UnaryOperator<String> files) {
    this.factory = new StrictFactory(files, YamlScalar::ofValue);
  }

  /** The templates that are packaged with the program. */
  public static Templates load() {
    return of(TemplateFiles::of);
  }

  /** Templates by name, for tests. */
  static Templates of(UnaryOperator<String> files) {
    return new Templates(files);
  }

  /** Prints resources, then other manifests unchanged, with {@code ---} between all of them. */
  public void print(List<Resource> resources, List<String> others, Writer out) {
    Documents documents = new Documents(out);
    new SideBySide<>(this::documents, documents::add).print(resources);
    others.forEach(documents::add);
  }

  private String documents(List<Resource> resources) {
    Indented text = new Indented(resources.size());
    for (Resource resource : resources) {
      if (!text.isEmpty()) {
        text.write(SEPARATOR);
      }
      print(resource, text);
    }
    return text.toString();
  }

  private void print(Resource resource, Indented text) {
    factory.compile(resource.kind().template()).execute(text, ResourceView.of(resource));
  }

  /** One resource as one YAML document. */
  public String text(Resource resource) {
    return documents(List.of(resource));
  }

  /** The items of a list, each after its dash. */
  public String text(Sequence list) {
    Indented text = new Indented(1);
    factory.compile("list.mustache").execute(text, new TreeView.OfList(list.items()));
    return text.toString();
  }

  /** Writes the texts of one or more documents and the separators between them. */
  private static final class Documents {
    private final Writer out;
    private boolean begun;

    Documents(Writer out) {
      this.out = out;
    }

    void add(String text) {
      if (text.isEmpty()) {
        return;
      }
      try {
        out.write(begun ? SEPARATOR : "");
        out.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      begun = true;
    }
  }
}
