package dev.fairlead.live;

import dev.fairlead.tree.Mapping;

/** A Node of a cluster. */
public record LiveNode(Mapping manifest) implements Live {}
