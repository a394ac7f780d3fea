package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.Claim;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The API server silently drops a dataSource that it does not know, and the claim gets an empty
 * disk. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#data-source-references">Data
 * source references</a>.
 */
final class DataSources extends Rule {
  private static final Pattern GROUP = Pattern.compile("([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?");
  private static final String SNAPSHOTS = "snapshot.storage.k8s.io";

  @Override
  void checkClaim(Claim claim, Findings findings) {
    if (claim.dataSource().isPresent()) {
      source(claim, claim.dataSource().get(), findings);
    }
    if (claim.dataSourceRef().isPresent()) {
      reference(claim, claim.dataSourceRef().get(), findings);
    }
    if (claim.dataSource().isPresent() && claim.dataSourceRef().isPresent()) {
      agree(claim, claim.dataSource().get(), claim.dataSourceRef().get(), findings);
    }
  }

  private static void source(Claim claim, Mapping source, Findings findings) {
    boolean snapshot =
        source.text("apiGroup").orElse("").equals(SNAPSHOTS)
            && source.text("kind").orElse("").equals("VolumeSnapshot");
    if (!snapshot && !isClaim(source)) {
      findings.add(
          Code.DATA_SOURCE,
          source.span(),
          message(
              "dataSource of claim {} is neither a PersistentVolumeClaim nor a VolumeSnapshot of"
                  + " {}: the API server drops it and the disk stays empty",
              claim.name(),
              plain(SNAPSHOTS)),
          "use dataSourceRef for other kinds; a VolumeSnapshot needs apiGroup: " + SNAPSHOTS);
    }
  }

  private static void reference(Claim claim, Mapping reference, Findings findings) {
    String group = reference.text("apiGroup").orElse("");
    if (!GROUP.matcher(group).matches() || (group.isEmpty() && !isClaim(reference))) {
      findings.add(
          Code.DATA_SOURCE,
          reference.span(),
          message(
              "dataSourceRef of claim {} has the apiGroup {}; accepted: the group of the kind,"
                  + " without a version, in lower-case letters",
              claim.name(),
              group),
          "a VolumeSnapshot has apiGroup: " + SNAPSHOTS);
    }
    if (reference.get("namespace").isPresent()) {
      findings.warn(
          Code.DATA_SOURCE_NAMESPACE,
          List.of(claim),
          reference.spanOf("namespace"),
          message(
              "dataSourceRef of claim {} is in another namespace: clusters drop it unless the"
                  + " feature gate for it is on",
              claim.name()),
          "copy the source into the claim's namespace");
    }
  }

  private static boolean isClaim(Mapping source) {
    return source.text("apiGroup").orElse("").isEmpty()
        && source.text("kind").orElse("").equals("PersistentVolumeClaim");
  }

  private static void agree(Claim claim, Mapping source, Mapping reference, Findings findings) {
    if (!isSame(source, reference)) {
      findings.add(
          Diagnostic.of(
                  Code.CONFLICTING_FIELDS,
                  reference.span(),
                  message(
                      "dataSource and dataSourceRef of claim {} differ: the API server rejects it",
                      claim.name()))
              .withHint("keep dataSourceRef alone")
              .withRelated(claim.dataSource().get().span(), "the other one"));
    }
  }

  /** dataSource has no namespace, so that of the reference doesn't count. */
  private static boolean isSame(Mapping source, Mapping reference) {
    for (String field : List.of("apiGroup", "kind", "name")) {
      if (!source.text(field).equals(reference.text(field))) {
        return false;
      }
    }
    return true;
  }
}
