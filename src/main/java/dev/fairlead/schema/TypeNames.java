package dev.fairlead.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The types of JSON Schema in words. */
public final class TypeNames {
  private static final Map<String, String> NAMES =
      Map.of(
          "string", "a string",
          "boolean", "true or false",
          "integer", "a whole number",
          "number", "a number",
          "array", "a list",
          "object", "a mapping");

  private TypeNames() {}

  /** The types with "or" between them. Null, which stands for an absent value, is left out. */
  public static String of(List<String> types) {
    return types.stream()
        .filter(NAMES::containsKey)
        .map(NAMES::get)
        .collect(Collectors.joining(" or "));
  }
}
