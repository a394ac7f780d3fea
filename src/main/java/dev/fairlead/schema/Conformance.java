package dev.fairlead.schema;

import com.networknt.schema.regex.RegularExpression;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.NullFields;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Sequence;
import dev.fairlead.tree.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether a document conforms to the schema: yes or no, without a reason. Most documents
 * conform. They don't need the validator, which takes longer to start than everything else
 * together. Knows only the keywords that the schema uses.
 */
final class Conformance {
  /** Keywords without a rule, and keywords that are read together with another one. */
  private static final Set<String> NO_RULE =
      Set.of(
          "$schema",
          "$id",
          "title",
          "description",
          "default",
          "definitions",
          "examples",
          "enumDescriptions",
          "patternErrorMessage",
          "consequence");

  private final SchemaRules rules;
  private final boolean nullIsAbsent;
  private final LinearPatterns patterns = new LinearPatterns();
  private final Map<String, RegularExpression> compiled = new HashMap<>();
  private final Map<Sequence, Set<String>> choices = new IdentityHashMap<>();

  /** For specs, where null is a value. */
  Conformance(SchemaRules rules) {
    this(rules, false);
  }

  private Conformance(SchemaRules rules, boolean nullIsAbsent) {
    this.rules = rules;
    this.nullIsAbsent = nullIsAbsent;
  }

  /** For manifests, where a known key without a value counts as absent. */
  static Conformance ofManifests(SchemaRules rules) {
    return new Conformance(rules, true);
  }

  private boolean isAbsent(Tree value) {
    return nullIsAbsent && value.isNull();
  }

  /** Whether a document conforms to the schema. */
  boolean of(Tree document) {
    return accepts(rules.at("#"), document);
  }

  /** Whether a value conforms to the part of the schema that a reference leads to. */
  boolean to(String reference, Tree value) {
    return accepts(rules.at(reference), value);
  }

  private boolean accepts(Tree schema, Tree value) {
    if (!(schema instanceof Mapping keywords)) {
      return schema instanceof Scalar flag && flag.isTrue();
    }
    for (int i = 0; i < keywords.size(); i++) {
      if (!accepts(keywords.key(i), keywords.value(i), keywords, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(String keyword, Tree rule, Mapping schema, Tree value) {
    return switch (keyword) {
      case "$ref" -> accepts(rules.at(text(rule)), value);
      case "type" -> isType(rule, value);
      case "enum" -> any(list(rule), value);
      case "const" -> rule.isSame(value);
      case "pattern" -> !value.isString() || matches(text(rule), text(value));
      case "minLength" -> !value.isString() || length(value) >= number(rule);
      case "maxLength" -> !value.isString() || length(value) <= number(rule);
      case "minimum" -> !isNumber(value) || compare(value, rule) >= 0;
      case "maximum" -> !isNumber(value) || compare(value, rule) <= 0;
      case "minItems" -> !(value instanceof Sequence list) || list.items().size() >= number(rule);
      case "maxItems" -> !(value instanceof Sequence list) || list.items().size() <= number(rule);
      case "items" -> !(value instanceof Sequence list) || items(rule, list);
      case "minProperties" -> !(value instanceof Mapping mapping) || mapping.size() >= number(rule);
      case "required" -> !(value instanceof Mapping mapping) || required(list(rule), mapping);
      case "propertyNames" -> !(value instanceof Mapping mapping) || names(rule, mapping);
      case "properties" -> !(value instanceof Mapping mapping) || properties(rule, mapping);
      case "additionalProperties" ->
          !(value instanceof Mapping mapping)
              || additional(schema.mapping("properties"), rule, mapping);
      case "allOf" -> matching(rule, value) == list(rule).size();
      case "anyOf" -> matching(rule, value) > 0;
      case "oneOf" -> matching(rule, value) == 1;
      case "not" -> !accepts(rule, value);
      case "if" -> {
        Tree branch = schema.find(accepts(rule, value) ? "then" : "else");
        yield branch == null || accepts(branch, value);
      }
      case "then", "else" -> true;
      default -> {
        if (!NO_RULE.contains(keyword)) {
          throw new IllegalStateException("the schema uses the unknown keyword " + keyword);
        }
        yield true;
      }
    };
  }

  private static String text(Tree scalar) {
    return scalar instanceof Scalar found ? found.text() : "";
  }

  private static int number(Tree scalar) {
    return Integer.parseInt(text(scalar));
  }

  private static List<Tree> list(Tree sequence) {
    return sequence instanceof Sequence found ? found.items() : List.of();
  }

  private static boolean isNumber(Tree value) {
    return value instanceof Scalar scalar && scalar.isNumber();
  }

  private static boolean isType(Tree rule, Tree value) {
    if (rule instanceof Sequence types) {
      for (Tree type : types.items()) {
        if (isType(type, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (text(rule)) {
      case "object" -> value instanceof Mapping;
      case "array" -> value instanceof Sequence;
      case "string" -> value.isString();
      case "boolean" -> isKind(value, Scalar.Kind.BOOLEAN);
      case "null" -> value.isNull();
      case "integer" -> isKind(value, Scalar.Kind.INTEGER) || isWholeFraction(value);
      case "number" -> isNumber(value);
      default -> throw new IllegalStateException("the schema uses the unknown type " + text(rule));
    };
  }

  private static boolean isKind(Tree value, Scalar.Kind kind) {
    return value instanceof Scalar scalar && scalar.kind() == kind;
  }

  private static boolean isWholeFraction(Tree value) {
    return value instanceof Scalar scalar
        && scalar.kind() == Scalar.Kind.FRACTION
        && scalar.decimal().stripTrailingZeros().scale() <= 0;
  }

  private static boolean any(List<Tree> accepted, Tree value) {
    for (Tree one : accepted) {
      if (one.isSame(value)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String pattern, String text) {
    RegularExpression expression = compiled.get(pattern);
    if (expression == null) {
      expression = patterns.getRegularExpression(pattern);
      compiled.put(pattern, expression);
    }
    return expression.matches(text);
  }

  private static int length(Tree value) {
    String text = text(value);
    return text.codePointCount(0, text.length());
  }

  /** Compares whole numbers as such, because decimal numbers are slow to start. */
  private static int compare(Tree one, Tree other) {
    if (!(one instanceof Scalar a && other instanceof Scalar b)) {
      throw new IllegalStateException("a limit is not a number");
    }
    return a.kind() == Scalar.Kind.INTEGER && b.kind() == Scalar.Kind.INTEGER
        ? a.integer().compareTo(b.integer())
        : a.decimal().compareTo(b.decimal());
  }

  private boolean items(Tree rule, Sequence value) {
    for (Tree item : value.items()) {
      if (!accepts(rule, item)) {
        return false;
      }
    }
    return true;
  }

  private boolean required(List<Tree> names, Mapping value) {
    for (Tree name : names) {
      Tree found = value.find(text(name));
      if (found == null || isAbsent(found)) {
        return false;
      }
    }
    return true;
  }

  private boolean names(Tree rule, Mapping value) {
    for (int i = 0; i < value.size(); i++) {
      if (!accepts(rule, Scalar.string(value.key(i), value.span()))) {
        return false;
      }
    }
    return true;
  }

  private boolean properties(Tree rule, Mapping value) {
    if (!(rule instanceof Mapping known)) {
      return true;
    }
    for (int i = 0; i < value.size(); i++) {
      Tree property = known.find(value.key(i));
      if (property != null && !isAbsent(value.value(i)) && !accepts(property, value.value(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean additional(Mapping known, Tree rule, Mapping value) {
    for (int i = 0; i < value.size(); i++) {
      boolean absent = isAbsent(value.value(i)) && rule instanceof Mapping;
      if (!known.has(value.key(i)) && !absent && !accepts(rule, value.value(i))) {
        return false;
      }
    }
    return true;
  }

  /** How many of the schemas accept the value. */
  private int matching(Tree rule, Tree value) {
    if (!(rule instanceof Sequence schemas)) {
      return 0;
    }
    Set<String> keys = choices.get(schemas);
    if (keys == null) {
      keys = choice(schemas);
      choices.put(schemas, keys);
    }
    int count = 0;
    if (!keys.isEmpty() && value instanceof Mapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        count += keys.contains(mapping.key(i)) && !isAbsent(mapping.value(i)) ? 1 : 0;
      }
      if (count == 0 && keys.contains(NullFields.KEPT)) {
        count = nullIsAbsent && mapping.has(NullFields.KEPT) ? 1 : 0;
      }
      return count;
    }
    for (Tree schema : schemas.items()) {
      count += accepts(schema, value) ? 1 : 0;
    }
    return count;
  }

  /**
   * The keys of a choice between keys, such as the source of a volume: each branch requires exactly
   * one key of its own. Empty if the rule is not such a choice.
   */
  private static Set<String> choice(Sequence rule) {
    Set<String> keys = new HashSet<>();
    for (Tree part : rule.items()) {
      List<Located<String>> required =
          part instanceof Mapping mapping && mapping.size() == 1
              ? mapping.strings("required")
              : List.of();
      if (required.size() != 1 || !keys.add(required.get(0).value())) {
        return Set.of();
      }
    }
    return keys;
  }
}
