package dev.fairlead.model;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.List;

/**
 * The manifest of a workload that is not made here but gets mounts added where it stands.
 *
 * @param manifest the whole object, as it stands in its file
 * @param additions what is added; nothing where all of it is there already
 */
public record PatchedManifest(Mapping manifest, List<Addition> additions) {
  /**
   * Items for the end of a list.
   *
   * @param to the mapping that has the list, or gets it
   * @param list the key of the list
   */
  public record Addition(Mapping to, String list, List<Tree> items) {}
}
