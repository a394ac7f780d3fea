package dev.fairlead.tree;

import dev.fairlead.diagnostic.SourceFile;

/** One YAML document of a file. */
public record Document(SourceFile file, Tree root) {}
