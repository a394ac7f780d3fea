package dev.fairlead.model;

import java.util.List;

/**
 * The manifest of a workload that is not made here but gets mounts added where it stands.
 *
 * @param manifest the whole object, its spans in the file it was read from
 * @param additions what is added; nothing where all of it is there already
 */
public record Existing(Tree.Mapping manifest, List<Addition> additions) {
  /**
   * Items for the end of a list.
   *
   * @param to the mapping that has the list, or gets it
   * @param list the key of the list
   */
  public record Addition(Tree.Mapping to, String list, List<Tree> items) {}
}
