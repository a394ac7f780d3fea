package dev.fairlead.write;

import dev.fairlead.tree.Mapping;
import java.util.List;

/** An item of a list of a spec, and the comments above it, one line each. */
public record Entry(Mapping fields, List<String> comments) {}
