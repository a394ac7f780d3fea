package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import java.util.List;

/**
 * The API server drops a dataSource it doesn't know without a word, and the claim gets an empty
 * disk. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#data-source-references">Data
 * source references</a>.
 */
final class DataSources implements Rule {
  private static final String SNAPSHOTS = "snapshot.storage.k8s.io";

  @Override
  public void check(Plan plan, Findings findings) {
    for (Claim claim : plan.claims()) {
      if (claim.dataSource().isPresent()) {
        source(claim, claim.dataSource().get(), findings);
      }
      if (claim.dataSourceRef().isPresent()) {
        reference(claim, claim.dataSourceRef().get(), findings);
      }
      agree(claim, findings);
    }
  }

  private static void source(Claim claim, Tree.Mapping source, Findings findings) {
    boolean snapshot =
        source.text("apiGroup").orElse("").equals(SNAPSHOTS)
            && source.text("kind").orElse("").equals("VolumeSnapshot");
    if (!snapshot && !isClaim(source)) {
      findings.add(
          Code.DATA_SOURCE,
          source.span(),
          "dataSource of claim "
              + quote(claim.name())
              + " is neither a PersistentVolumeClaim nor a VolumeSnapshot of "
              + SNAPSHOTS
              + ": the API server drops it and the disk stays empty",
          "use dataSourceRef for other kinds; a VolumeSnapshot needs apiGroup: " + SNAPSHOTS);
    }
  }

  private static void reference(Claim claim, Tree.Mapping reference, Findings findings) {
    String group = reference.text("apiGroup").orElse("");
    if (group.contains("/") || (group.isEmpty() && !isClaim(reference))) {
      findings.add(
          Code.DATA_SOURCE,
          reference.span(),
          "dataSourceRef of claim "
              + quote(claim.name())
              + " has the apiGroup "
              + quote(group)
              + "; accepted: the group of the kind, without a version",
          "a VolumeSnapshot has apiGroup: " + SNAPSHOTS);
    }
    if (reference.get("namespace").isPresent()) {
      findings.warn(
          Code.DATA_SOURCE_NAMESPACE,
          List.of(claim),
          reference.spanOf("namespace"),
          "dataSourceRef of claim "
              + quote(claim.name())
              + " is in another namespace, which clusters drop unless the feature is switched on",
          "copy the source into the claim's namespace");
    }
  }

  private static boolean isClaim(Tree.Mapping source) {
    return source.text("apiGroup").orElse("").isEmpty()
        && source.text("kind").orElse("").equals("PersistentVolumeClaim");
  }

  private static void agree(Claim claim, Findings findings) {
    if (claim.dataSource().isEmpty() || claim.dataSourceRef().isEmpty()) {
      return;
    }
    Tree.Mapping a = claim.dataSource().get();
    Tree.Mapping b = claim.dataSourceRef().get();
    boolean same =
        a.entries().keySet().equals(b.entries().keySet())
            && a.entries().keySet().stream().allMatch(key -> a.text(key).equals(b.text(key)));
    if (!same) {
      findings.add(
          Code.CONFLICTING_FIELDS,
          b.span(),
          "dataSource and dataSourceRef of claim "
              + quote(claim.name())
              + " differ: the API server rejects it",
          "keep dataSourceRef alone");
    }
  }
}
