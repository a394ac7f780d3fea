package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;

/**
 * dataSource and dataSourceRef say the same, or one of them is left out. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#data-source-references">Data
 * source references</a>.
 */
final class DataSources implements Rule {
  @Override
  public void check(Plan plan, Findings findings) {
    plan.claims()
        .filter(claim -> claim.dataSource().isPresent() && claim.dataSourceRef().isPresent())
        .filter(claim -> !same(claim.dataSource().get(), claim.dataSourceRef().get()))
        .forEach(
            claim ->
                findings.add(
                    Code.CONFLICTING_FIELDS,
                    claim.dataSourceRef().get().span(),
                    "dataSource and dataSourceRef of claim "
                        + quote(claim.name())
                        + " differ: the API server rejects it",
                    "keep dataSourceRef alone"));
  }

  private static boolean same(Tree.Mapping a, Tree.Mapping b) {
    return a.entries().keySet().equals(b.entries().keySet())
        && a.entries().keySet().stream().allMatch(key -> a.text(key).equals(b.text(key)));
  }
}
