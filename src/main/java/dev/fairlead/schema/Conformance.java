package dev.fairlead.schema;

import com.networknt.schema.regex.RegularExpression;
import dev.fairlead.document.LongLists;
import dev.fairlead.document.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Says whether a document has the shape that the schema asks for, and nothing more: yes or no. Most
 * documents have it, and for them the validator, which can say what is wrong, need not be started:
 * that takes longer than all else together. Knows the keywords that the schema uses, no others.
 */
final class Conformance implements LongLists.Judge {
  /** Keywords that say no rule, or that are read together with another one. */
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
          "patternErrorMessage");

  private final SchemaRules rules;
  private final LinearPatterns patterns = new LinearPatterns();
  private final Map<String, RegularExpression> compiled = new HashMap<>();
  private final Map<JsonNode, Set<String>> choices = new IdentityHashMap<>();

  Conformance(SchemaRules rules) {
    this.rules = rules;
  }

  @Override
  public Conformance forThread() {
    return new Conformance(rules.copy());
  }

  boolean of(JsonNode document) {
    return accepts(rules.at("#"), document);
  }

  /** Whether a value conforms to the part of the schema that a reference leads to. */
  boolean to(String reference, JsonNode value) {
    return accepts(rules.at(reference), value);
  }

  /** The rule of the items of a list in a document. */
  @Override
  public Optional<JsonNode> rule(String key) {
    JsonNode items = rules.at("#").path("properties").path(key).path("items");
    return items.isMissingNode() ? Optional.empty() : Optional.of(items);
  }

  @Override
  public boolean accepts(JsonNode schema, JsonNode value) {
    if (schema.isBoolean()) {
      return schema.booleanValue();
    }
    for (Map.Entry<String, JsonNode> rule : schema.properties()) {
      if (!accepts(rule.getKey(), rule.getValue(), schema, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean accepts(String keyword, JsonNode rule, JsonNode schema, JsonNode value) {
    return switch (keyword) {
      case "$ref" -> accepts(rules.at(rule.stringValue()), value);
      case "type" -> isType(rule, value);
      case "enum" -> any(rule, value);
      case "const" -> rule.equals(value);
      case "pattern" -> !value.isString() || matches(rule.stringValue(), value.stringValue());
      case "minLength" -> !value.isString() || length(value) >= rule.intValue();
      case "maxLength" -> !value.isString() || length(value) <= rule.intValue();
      case "minimum" -> !value.isNumber() || compare(value, rule) >= 0;
      case "maximum" -> !value.isNumber() || compare(value, rule) <= 0;
      case "minItems" -> !value.isArray() || value.size() >= rule.intValue();
      case "maxItems" -> !value.isArray() || value.size() <= rule.intValue();
      case "items" -> !value.isArray() || items(rule, value);
      case "minProperties" -> !value.isObject() || value.size() >= rule.intValue();
      case "required" -> !value.isObject() || required(rule, value);
      case "propertyNames" -> !value.isObject() || names(rule, value);
      case "properties" -> !value.isObject() || properties(rule, value);
      case "additionalProperties" -> !value.isObject() || additional(schema, rule, value);
      case "allOf" -> matching(rule, value) == rule.size();
      case "anyOf" -> matching(rule, value) > 0;
      case "oneOf" -> matching(rule, value) == 1;
      case "not" -> !accepts(rule, value);
      case "if" -> {
        JsonNode branch = schema.get(accepts(rule, value) ? "then" : "else");
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

  private static boolean isType(JsonNode rule, JsonNode value) {
    if (rule.isArray()) {
      for (JsonNode type : rule) {
        if (isType(type, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (rule.stringValue()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      case "integer" -> value.isIntegralNumber() || (value.isNumber() && isWhole(value));
      case "number" -> value.isNumber();
      default -> throw new IllegalStateException("the schema uses the unknown type " + rule);
    };
  }

  private static boolean isWhole(JsonNode value) {
    return value.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  private static boolean any(JsonNode rule, JsonNode value) {
    for (JsonNode accepted : rule) {
      if (accepted.equals(value)) {
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

  private static int length(JsonNode value) {
    String text = value.stringValue();
    return text.codePointCount(0, text.length());
  }

  /** Whole numbers as such, because decimal ones are slow to start. */
  private static int compare(JsonNode one, JsonNode other) {
    return one.isIntegralNumber() && other.isIntegralNumber()
        ? one.bigIntegerValue().compareTo(other.bigIntegerValue())
        : one.decimalValue().compareTo(other.decimalValue());
  }

  private boolean items(JsonNode rule, JsonNode value) {
    if (value instanceof Node.Sequence sequence
        && sequence.items() instanceof LongLists.LongList list
        && list.conformsTo(rule)) {
      return true;
    }
    for (JsonNode item : value) {
      if (!accepts(rule, item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean required(JsonNode rule, JsonNode value) {
    for (JsonNode name : rule) {
      if (!value.has(name.stringValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean names(JsonNode rule, JsonNode value) {
    for (String name : value.propertyNames()) {
      if (!accepts(rule, new Node.Text(name, Node.placeOf(value)))) {
        return false;
      }
    }
    return true;
  }

  private boolean properties(JsonNode rule, JsonNode value) {
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      JsonNode known = rule.get(property.getKey());
      if (known != null && !accepts(known, property.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean additional(JsonNode schema, JsonNode rule, JsonNode value) {
    JsonNode known = schema.path("properties");
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      if (!known.has(property.getKey()) && !accepts(rule, property.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The keys of a choice between keys, such as the source of a volume: each of its parts requires
   * another one. Empty if it is none.
   */
  private static Set<String> choice(JsonNode rule) {
    Set<String> keys = new HashSet<>();
    for (JsonNode part : rule) {
      JsonNode required = part.path("required");
      if (part.size() != 1 || required.size() != 1 || !keys.add(required.path(0).stringValue())) {
        return Set.of();
      }
    }
    return keys;
  }

  private int matching(JsonNode rule, JsonNode value) {
    Set<String> keys = choices.get(rule);
    if (keys == null) {
      keys = choice(rule);
      choices.put(rule, keys);
    }
    int count = 0;
    if (!keys.isEmpty() && value.isObject()) {
      for (String key : value.propertyNames()) {
        count += keys.contains(key) ? 1 : 0;
      }
      return count;
    }
    for (JsonNode schema : rule) {
      if (accepts(schema, value)) {
        count++;
      }
    }
    return count;
  }
}
