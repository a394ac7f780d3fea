package dev.fairlead.adopt;

import dev.fairlead.diagnostic.Span;
import java.util.Optional;

/**
 * A field in which a rendered object is not what was there.
 *
 * @param path the field, such as {@code spec.csi.fsType}
 * @param there the value in the input as text; empty if there is none
 * @param rendered the value in the rendered object as text; empty if there is none
 * @param place the field in the input
 */
record Difference(String path, Optional<String> there, Optional<String> rendered, Span place) {}
