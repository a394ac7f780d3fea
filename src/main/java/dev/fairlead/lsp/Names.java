package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.schema.SpecKind;
import dev.fairlead.spec.ClaimDraft;
import dev.fairlead.spec.EachList;
import dev.fairlead.spec.MountDraft;
import dev.fairlead.spec.SpecDraft;
import dev.fairlead.spec.VolumeDraft;
import dev.fairlead.spec.WorkloadDraft;
import dev.fairlead.spec.WrittenOut;
import dev.fairlead.tree.Document;
import dev.fairlead.tree.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the names of volumes, claims and workloads stand in all specs. */
final class Names {
  private final List<Mention> mentions = new ArrayList<>();

  private Names() {}

  /** The names in the documents of some files. */
  static Names of(Map<String, List<Document>> documents) {
    Names names = new Names();
    for (Map.Entry<String, List<Document>> file : documents.entrySet()) {
      int number = 0;
      for (Document document : file.getValue()) {
        Diagnostics ignored = new Diagnostics();
        if (SpecKind.check(document, ignored)) {
          SpecDraft spec = new SpecDraft(WrittenOut.of(document, ignored), ignored);
          names.new OfSpec(spec, scope(file.getKey(), number)).add();
        }
        number++;
      }
    }
    return names;
  }

  /** The scope of the names in a document of a file. */
  static String scope(String file, int number) {
    return file + "#" + number;
  }

  /** The mention at an offset of a file. */
  Optional<Mention> at(String file, int offset) {
    return mentions.stream()
        .filter(mention -> mention.span().file().name().equals(file))
        .filter(mention -> mention.span().start() <= offset && offset <= mention.span().end())
        .findFirst();
  }

  /** All mentions of a name. */
  List<Mention> of(Name name) {
    return mentions.stream().filter(mention -> mention.name().equals(name)).toList();
  }

  /** The names that are given in a scope. */
  List<String> given(Name.Kind kind, String scope) {
    return mentions.stream()
        .filter(mention -> mention.role() != Mention.Role.REFERS)
        .map(Mention::name)
        .filter(name -> name.kind() == kind && name.scope().equals(scope))
        .map(Name::text)
        .distinct()
        .toList();
  }

  /** Whether a volume, which has no namespace, has this name in any spec. */
  boolean hasVolume(String text) {
    return mentions.stream()
        .filter(mention -> mention.role() == Mention.Role.DEFINES)
        .map(Mention::name)
        .anyMatch(name -> name.kind() == Name.Kind.VOLUME && name.text().equals(text));
  }

  /** The places of a document that give a claim this name, which is not written there. */
  List<Mention> impliedBy(String claim, String scope) {
    return mentions.stream()
        .filter(mention -> mention.role() == Mention.Role.IMPLIES)
        .filter(mention -> mention.name().text().equals(claim))
        .filter(mention -> scope.startsWith(mention.span().file().name() + "#"))
        .toList();
  }

  /** The names in one document. */
  private final class OfSpec {
    private final SpecDraft spec;
    private final String scope;

    OfSpec(SpecDraft spec, String scope) {
      this.spec = spec;
      this.scope = scope;
    }

    void add() {
      for (VolumeDraft volume : spec.volumes()) {
        volume
            .name()
            .ifPresent(name -> add(volumeName(written(name)), name.span(), Mention.Role.DEFINES));
        volume.claim().ifPresent(claim -> addClaim(volume, claim));
      }
      for (ClaimDraft claim : spec.claims()) {
        claim
            .ref()
            .ifPresent(
                ref ->
                    add(claimName(ref), claim.name().orElseThrow().span(), Mention.Role.DEFINES));
        claim
            .volume()
            .ifPresent(name -> add(volumeName(name.value()), name.span(), Mention.Role.REFERS));
      }
      for (WorkloadDraft workload : spec.workloads()) {
        add(
            new Name(Name.Kind.WORKLOAD, scope, workload.name().value()),
            workload.name().span(),
            Mention.Role.DEFINES);
        for (MountDraft mount : workload.mounts()) {
          addMount(mount, workload);
        }
        for (EachList each : workload.eachLists()) {
          each.volumes()
              .forEach(name -> add(volumeName(name.value()), name.span(), Mention.Role.REFERS));
        }
      }
    }

    private void addClaim(VolumeDraft volume, Located<ClaimRef> claim) {
      Mention.Role role = Mention.Role.REFERS;
      if (volume.reserved()) {
        boolean isWritten = volume.claimFields().string("name").isPresent();
        role = isWritten ? Mention.Role.DEFINES : Mention.Role.IMPLIES;
      }
      add(claimName(claim.value()), claim.span(), role);
    }

    private void addMount(MountDraft mount, WorkloadDraft workload) {
      String namespace = workload.namespace().value();
      if (mount.word().isPresent()) {
        Located<String> word = mount.word().get();
        Optional<ClaimDraft> claim = spec.claim(word.value(), namespace);
        boolean isClaim = spec.volume(word.value(), namespace).isEmpty() && claim.isPresent();
        add(
            isClaim ? claimName(claim.get().ref().orElseThrow()) : volumeName(word.value()),
            word.span(),
            Mention.Role.REFERS);
      }
      mount
          .volume()
          .ifPresent(name -> add(volumeName(name.value()), name.span(), Mention.Role.REFERS));
      mount
          .claim()
          .ifPresent(
              name ->
                  add(
                      claimName(new ClaimRef(namespace, name.value())),
                      name.span(),
                      Mention.Role.REFERS));
    }

    /** A share in several namespaces has the name that is written, without a namespace. */
    private static String written(Located<String> name) {
      String text = name.span().text().replaceAll("^['\"]|['\"]$", "");
      return text.isEmpty() || text.indexOf('{') >= 0 ? name.value() : text;
    }

    private void add(Name name, Span span, Mention.Role role) {
      mentions.add(new Mention(name, span, role));
    }

    private Name volumeName(String text) {
      return new Name(Name.Kind.VOLUME, scope, text);
    }

    private Name claimName(ClaimRef ref) {
      return new Name(Name.Kind.CLAIM, ref.namespace(), ref.name());
    }
  }
}
