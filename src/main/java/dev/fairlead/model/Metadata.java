package dev.fairlead.model;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.Optional;

/**
 * Name, labels and annotations of a resource; a PersistentVolume has no namespace. The values of
 * labels and annotations are strings.
 */
public record Metadata(
    Located<String> name,
    Optional<Located<String>> namespace,
    Mapping labels,
    Mapping annotations) {}
