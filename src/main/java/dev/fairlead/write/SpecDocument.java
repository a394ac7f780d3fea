package dev.fairlead.write;

import dev.fairlead.tree.Mapping;
import java.util.List;

/**
 * A document of a spec.
 *
 * @param head the fields before the lists, in their order
 * @param lists the lists in their order; empty ones are not written
 */
public record SpecDocument(Mapping head, List<EntryList> lists) {
  /** A list of a spec, such as {@code volumes}. */
  public record EntryList(String key, List<Entry> entries) {}
}
