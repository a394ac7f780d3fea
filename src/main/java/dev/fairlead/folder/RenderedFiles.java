package dev.fairlead.folder;

import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Spec;
import dev.fairlead.render.Templates;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A plan as files: one for each resource, and a kustomization that lists them. */
public final class RenderedFiles {
  /** The name that kustomize looks for. */
  static final String KUSTOMIZATION = "kustomization.yaml";

  private RenderedFiles() {}

  /** The files in the order that their resources are printed in; the kustomization is the last. */
  public static List<RenderedFile> of(Plan plan, Templates templates) {
    FileNames names = FileNames.of(plan.resources());
    Set<String> used = new HashSet<>();
    List<RenderedFile> files = new ArrayList<>();
    StringBuilder list = new StringBuilder();
    for (Spec spec : plan.specs()) {
      for (Resource resource : spec.resources()) {
        String name = names.of(resource);
        if (!used.add(name)) {
          throw new IllegalStateException("two resources for the file " + name);
        }
        StringWriter text = new StringWriter();
        text.write(Marker.line(spec.name()));
        templates.print(resource, text);
        files.add(new RenderedFile(name, text.toString()));
        list.append("- ").append(name).append('\n');
      }
    }
    files.add(new RenderedFile(KUSTOMIZATION, kustomization(list)));
    return files;
  }

  private static String kustomization(CharSequence list) {
    return Marker.line()
        + """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
        """
        + list;
  }
}
