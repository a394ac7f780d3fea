package dev.fairlead.model;

import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * The metadata of a resource. A PersistentVolume has no namespace. All values of labels and
 * annotations are strings.
 */
public record Metadata(
    Located<String> name,
    Optional<Located<String>> namespace,
    Mapping labels,
    Mapping annotations,
    List<String> finalizers) {}
