package dev.fairlead.live;

import dev.fairlead.tree.Mapping;

/**
 * A live object of which nothing more is read: a CSIDriver, CSINode or Namespace, or a controller
 * of a repository.
 */
public record LiveObject(Mapping manifest) implements Live {}
