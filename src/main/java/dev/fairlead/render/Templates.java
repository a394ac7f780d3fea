package dev.fairlead.render;

import com.github.mustachejava.Mustache;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Existing;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;

/** Prints resources as YAML documents. A fault in a template is a bug and throws. */
public final class Templates {
  private final StrictFactory factory;

  private Templates(String folder) {
    this.factory = new StrictFactory(new TemplateTexts(folder));
  }

  /** The templates that are packaged with the program. */
  public static Templates load() {
    return new Templates("templates");
  }

  /** Templates in another folder of the class path, for tests of what they may contain. */
  static Templates load(String folder) {
    return new Templates(folder);
  }

  /**
   * Prints everything that the plan makes, in its order, then the manifests that it adds mounts to,
   * with {@code ---} between them.
   */
  public void print(Plan plan, Writer out) throws IOException {
    String separator = "";
    for (Iterator<? extends Resource> i = plan.resources().iterator(); i.hasNext(); ) {
      out.write(separator);
      print(i.next(), out);
      separator = "---\n";
    }
    ManifestPatch patch = new ManifestPatch(this);
    for (Iterator<Existing> i = plan.existing().iterator(); i.hasNext(); ) {
      out.write(separator);
      out.write(patch.text(i.next()));
      separator = "---\n";
    }
  }

  /** Prints one resource as one YAML document. */
  public void print(Resource resource, Writer out) {
    template(resource).execute(out, View.of(resource));
  }

  /** Prints the items of a list, each behind its dash. */
  public void print(Tree.Sequence list, Writer out) {
    factory.compile("list.mustache").execute(out, new View.OfList(list));
  }

  private Mustache template(Resource resource) {
    if (resource instanceof Volume) {
      return factory.compile("PersistentVolume.mustache");
    }
    return factory.compile(
        resource instanceof Claim ? "PersistentVolumeClaim.mustache" : "Workload.mustache");
  }
}
