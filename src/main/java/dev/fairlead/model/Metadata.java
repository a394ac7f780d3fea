package dev.fairlead.model;

import java.util.Optional;
import java.util.SortedMap;

/** Name, labels and annotations of a resource; a PersistentVolume has no namespace. */
public record Metadata(
    At<String> name,
    Optional<At<String>> namespace,
    SortedMap<String, String> labels,
    SortedMap<String, String> annotations) {}
