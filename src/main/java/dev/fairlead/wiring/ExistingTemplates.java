package dev.fairlead.wiring;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.AccessMode;
import dev.fairlead.model.Quantity;
import dev.fairlead.model.StorageFields;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeMode;
import dev.fairlead.spec.EachList;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.VolumeDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the volumes of {@code each} with the claim templates of a StatefulSet that exists
 * already. The set takes a claim that has the right name as it is, but makes it again from the
 * template if somebody deletes it.
 */
final class ExistingTemplates {
  private final SpecDraft spec;
  private final Built built;
  private final WorkloadDraft draft;
  private final Diagnostics diagnostics;
  private final Set<String> reported = new HashSet<>();

  ExistingTemplates(SpecDraft spec, Built built, WorkloadDraft draft, Diagnostics diagnostics) {
    this.spec = spec;
    this.built = built;
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /** Adds findings about the differences from the set's own {@code spec}. */
  void check(Mapping set) {
    List<Mapping> templates = set.mappings("volumeClaimTemplates");
    for (EachList list : draft.eachLists()) {
      Located<String> name = list.name().orElseThrow();
      Optional<Mapping> template =
          templates.stream().filter(t -> name(t).equals(name.value())).findFirst();
      if (template.isEmpty()) {
        unknown(name, templates.stream().map(ExistingTemplates::name).toList());
      } else {
        checkReplicas(list, set);
        for (Located<String> volume : list.volumes()) {
          compare(volume, template.get());
        }
      }
    }
  }

  private static String name(Mapping template) {
    return template.mapping("metadata").text("name").orElse("");
  }

  private void unknown(Located<String> name, List<String> known) {
    String question = Nearest.question(name.value(), known);
    String all = known.isEmpty() ? "; it has none" : message("; it has {}", known);
    diagnostics.add(
        Code.DANGLING_REFERENCE,
        name.span(),
        message(
            "StatefulSet {} has no claim template {}{}",
            draft.name().value(),
            name.value(),
            plain(question.isEmpty() ? all : question)),
        "write the name under volumeClaimTemplates of the set");
  }

  private void checkReplicas(EachList list, Mapping set) {
    int count = list.volumes().size();
    String replicas = set.text("replicas").orElse("1");
    if (!replicas.matches("[0-9]{1,9}") || replicas.equals(String.valueOf(count))) {
      return;
    }
    boolean more = Integer.parseInt(replicas) < count;
    warn(
        Diagnostic.of(
                Code.EACH_REPLICAS,
                list.span(),
                message(
                    "each has {} for the {} of StatefulSet {}: {}",
                    plain(count + (count == 1 ? " volume" : " volumes")),
                    plain(replicas + (replicas.equals("1") ? " replica" : " replicas")),
                    draft.name().value(),
                    plain(
                        more
                            ? "no pod would use the others"
                            : "the other pods would get new disks, or wait forever")))
            .withHint("list one volume for each replica")
            .withRelated(set.spanOf("replicas"), "the replicas of the StatefulSet"));
  }

  private void compare(Located<String> name, Mapping template) {
    Optional<VolumeDraft> found = spec.volume(name.value(), draft.namespace().value());
    Optional<Volume> complete = found.isPresent() ? built.volume(found.get()) : Optional.empty();
    if (complete.isEmpty()) {
      return;
    }
    Volume volume = complete.get();
    Mapping claim = template.mapping("spec");
    VolumeMode mode = StorageFields.volumeMode(claim, name.span()).value();
    if (mode != volume.volumeMode().value()) {
      diagnostics.add(
          Diagnostic.of(
                  Code.VOLUME_MODE_MISMATCH,
                  name.span(),
                  message(
                      "volume {} is of mode {}, but the claim template {} is of mode {}: its pod"
                          + " would never start",
                      volume.name(),
                      volume.volumeMode().value(),
                      name(template),
                      mode))
              .withHint("write the volumeMode of the template")
              .withRelated(
                  volume.volumeMode().span(),
                  message("the volume has volumeMode {}", volume.volumeMode().value()))
              .withRelated(
                  place(claim, template, "volumeMode"),
                  message("the claim template has volumeMode {}", mode)));
    }
    Optional<String> className = claim.text("storageClassName");
    String own = volume.storageClassName().value();
    if (className.isPresent() && !className.get().equals(own)) {
      differs(name, template, "storageClassName", className.get(), volume.storageClassName(), own);
    }
    Optional<Located<List<AccessMode>>> modes = StorageFields.accessModes(claim);
    List<AccessMode> ofVolume = volume.accessModes().value();
    if (modes.isPresent() && !ofVolume.containsAll(modes.get().value())) {
      differs(
          name,
          template,
          "accessModes",
          shown(modes.get().value()),
          volume.accessModes(),
          shown(ofVolume));
    }
    Optional<Quantity> size =
        claim
            .mapping("resources")
            .mapping("requests")
            .stringOrNumber("storage")
            .flatMap(text -> Quantity.parse(text.value()));
    if (size.isPresent() && size.get().compareTo(volume.capacity().value()) > 0) {
      differs(
          name,
          template,
          "storage",
          size.get().text(),
          volume.capacity(),
          volume.capacity().value().text());
    }
  }

  private static String shown(List<AccessMode> modes) {
    return message("[{}]", modes);
  }

  /** Warns about the first volume that differs in a field. */
  private void differs(
      Located<String> volume,
      Mapping template,
      String field,
      String there,
      Located<?> own,
      String here) {
    if (!reported.add(name(template) + " " + field)) {
      return;
    }
    Mapping claim = template.mapping("spec");
    Mapping parent =
        field.equals("storage") ? claim.mapping("resources").mapping("requests") : claim;
    warn(
        Diagnostic.of(
                Code.TEMPLATE_DIFFERS,
                volume.span(),
                message(
                    "{} of claim template {} of StatefulSet {} is {}, but that of volume {} is {}:"
                        + " if the claim is deleted, the one that the set makes again does not bind"
                        + " the volume",
                    plain(field),
                    name(template),
                    draft.name().value(),
                    there,
                    volume.value(),
                    here))
            .withHint("make them equal, here or in the values of the chart")
            .withRelated(own.span(), message("the volume has {} {}", plain(field), here))
            .withRelated(
                place(parent, template, field),
                message("the claim template has {} {}", plain(field), there)));
  }

  /** The place of a field of a claim template, else of the template. */
  private static Span place(Mapping parent, Mapping template, String field) {
    return parent.has(field) ? parent.spanOf(field) : template.mapping("metadata").spanOf("name");
  }

  private void warn(Diagnostic warning) {
    String code = warning.code().slug();
    if (draft.ignore().stream().noneMatch(ignore -> ignore.code().equals(code))) {
      diagnostics.add(warning);
    }
  }
}
