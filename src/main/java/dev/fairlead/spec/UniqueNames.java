package dev.fairlead.spec;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.tree.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that names are unique in the whole call: volumes by name, workloads by kind, namespace and
 * name.
 */
public final class UniqueNames {
  private final Diagnostics diagnostics;
  private final Map<String, Located<String>> seen = new HashMap<>();

  private UniqueNames(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reports volumes and workloads that are defined twice. */
  public static void check(List<SpecDraft> specs, Diagnostics diagnostics) {
    UniqueNames volumes = new UniqueNames(diagnostics);
    UniqueNames workloads = new UniqueNames(diagnostics);
    for (SpecDraft spec : specs) {
      for (VolumeDraft volume : spec.volumes()) {
        if (volume.name().isPresent()) {
          Located<String> name = volume.name().get();
          volumes.add("volume", name.value(), name);
        }
      }
      for (WorkloadDraft workload : spec.workloads()) {
        if (workload.isNamed()) {
          String name = workload.namespace().value() + "/" + workload.name().value();
          workloads.add(workload.fields().stringOr("kind", "Pod"), name, workload.name());
        }
      }
    }
  }

  private void add(String kind, String shown, Located<String> name) {
    Located<String> first = seen.putIfAbsent(kind + " " + shown, name);
    if (first != null) {
      diagnostics.add(
          Diagnostic.of(
                  Code.DUPLICATE_NAME,
                  name.span(),
                  message("{} {} is defined twice", plain(kind), shown))
              .withHint("rename or remove one of them")
              .withRelated(first.span(), "first defined here"));
    }
  }
}
