package dev.fairlead.document;

import dev.fairlead.diagnostic.SourceFile;
import tools.jackson.databind.JsonNode;

/** One YAML document of a file: a tree of {@link Node}s. */
public record Document(SourceFile file, JsonNode root) {}
