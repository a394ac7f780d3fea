package dev.fairlead.model;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Tree;
import java.util.List;

/**
 * The manifest of an existing workload that gets mounts added.
 *
 * @param manifest the whole object as written in its file
 * @param additions what is added; empty if the manifest has all of it already
 * @param removals what is left out where the whole manifest is printed anew
 */
public record PatchedManifest(Mapping manifest, List<Addition> additions, List<Removal> removals) {
  /**
   * Items to append to a list.
   *
   * @param to the mapping that has the list or gets a new one
   * @param list the key of the list
   */
  public record Addition(Mapping to, String list, List<Tree> items) {}

  /** Keys to leave out, with their values. */
  public record Removal(Mapping from, List<String> keys) {}
}
