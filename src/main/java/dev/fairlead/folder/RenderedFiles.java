package dev.fairlead.folder;

import dev.fairlead.edit.ManifestPatch;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Spec;
import dev.fairlead.model.Workload;
import dev.fairlead.render.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as files: one for each resource, and a kustomization that lists them. */
public final class RenderedFiles {
  /** The name that kustomize looks for. */
  static final String KUSTOMIZATION = "kustomization.yaml";

  private RenderedFiles() {}

  /** The files in the order in which their resources are printed. The kustomization is last. */
  public static List<RenderedFile> of(Plan plan, Templates templates) {
    List<Resource> resources = new ArrayList<>(plan.resources());
    resources.addAll(plan.workloads());
    FileNames names = FileNames.of(resources);
    ManifestPatch patch = new ManifestPatch(templates);
    List<RenderedFile> files = new ArrayList<>();
    for (Spec spec : plan.specs()) {
      for (Resource resource : spec.resources()) {
        add(names.of(resource), spec, templates.text(resource), files);
      }
    }
    for (Spec spec : plan.specs()) {
      for (Workload workload : spec.workloads()) {
        if (workload.existing().isPresent()) {
          add(names.of(workload), spec, patch.text(workload.existing().get()), files);
        }
      }
    }
    String list =
        files.stream().map(file -> "- " + file.name() + "\n").collect(Collectors.joining());
    files.add(new RenderedFile(KUSTOMIZATION, kustomization(list)));
    return files;
  }

  private static void add(String name, Spec spec, String text, List<RenderedFile> files) {
    // A manifest that is patched in the folder it was rendered to already has the marker.
    String own = text;
    while (Marker.isIn(own)) {
      own = own.substring(own.indexOf('\n') + 1);
    }
    files.add(new RenderedFile(name, Marker.line(spec.name()) + own));
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
