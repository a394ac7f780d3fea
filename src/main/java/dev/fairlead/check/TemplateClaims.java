package dev.fairlead.check;

import dev.fairlead.model.AccessMode;
import dev.fairlead.model.ByClaim;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Metadata;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.Recorded;
import dev.fairlead.model.StorageFields;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claims that StatefulSets make for their pods: {@code <template>-<set>-<ordinal>}. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage">Stable
 * storage</a>.
 */
final class TemplateClaims {
  private final List<Template> templates = new ArrayList<>();
  private final ByClaim<Template> byBase = new ByClaim<>();

  TemplateClaims(Plan plan) {
    for (Workload workload : plan.workloads()) {
      if (workload.kind() == WorkloadKind.STATEFUL_SET) {
        for (Mapping fields : workload.spec().mappings("volumeClaimTemplates")) {
          Template template = new Template(workload, fields);
          templates.add(template);
          byBase.putIfAbsent(new ClaimRef(workload.namespace(), template.base()), template);
        }
      }
    }
  }

  /** A claim template of a StatefulSet. */
  record Template(Workload set, Mapping fields) {
    String name() {
      return fields.mapping("metadata").text("name").orElse("");
    }

    /** The names of its claims without the ordinal. */
    String base() {
      return name() + "-" + set.name();
    }

    /** The claim that it makes; empty if the template lacks a field that every claim needs. */
    Optional<Claim> claim(ClaimRef ref) {
      Mapping spec = fields.mapping("spec");
      Optional<Located<String>> size =
          spec.mapping("resources").mapping("requests").stringOrNumber("storage");
      Optional<Quantity> request =
          size.isPresent() ? Quantity.parse(size.get().value()) : Optional.empty();
      Optional<Located<List<AccessMode>>> modes = StorageFields.accessModes(spec);
      if (request.isEmpty() || modes.isEmpty()) {
        return Optional.empty();
      }
      Located<String> name = new Located<>(ref.name(), fields.mapping("metadata").spanOf("name"));
      Mapping none = Mapping.empty(fields.span());
      return Optional.of(
          new Claim(
              new Metadata(
                  name,
                  Optional.of(new Located<>(ref.namespace(), name.span())),
                  none,
                  none,
                  List.of()),
              new Located<>(request.get(), size.get().span()),
              modes.get(),
              spec.string("storageClassName"),
              StorageFields.volumeMode(spec, name.span()),
              spec.string("volumeAttributesClassName"),
              Optional.empty(),
              StorageFields.selector(spec),
              Optional.empty(),
              Optional.empty(),
              Recorded.NOTHING,
              set.ignore()));
    }
  }

  /** All templates. */
  List<Template> templates() {
    return templates;
  }

  /** The template that makes this claim; null if there is none. */
  Template of(ClaimRef claim) {
    String base = claim.withoutOrdinal();
    return base.isEmpty() ? null : byBase.get(new ClaimRef(claim.namespace(), base));
  }
}
