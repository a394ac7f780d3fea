package dev.fairlead.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Jackson node with a place. Each kind prints itself, because Jackson's own {@code toString}
 * would start a whole object mapper, which the schema validator asks for on its way.
 */
public interface Node {
  /** Where the node stood. */
  Place place();

  /** The same node at another place: what an alias or a merge key makes of it. */
  JsonNode at(Place place);

  /** How many nodes hang on this one, itself included: what an alias to it would copy. */
  default long weight() {
    return 1;
  }

  /** How many levels hang below this node. */
  default int depth() {
    return 0;
  }

  /** The place of a node of a tree that was read with places. */
  static Place placeOf(JsonNode node) {
    return ((Node) node).place();
  }

  private static long weightOf(Collection<JsonNode> children) {
    long weight = 1;
    for (JsonNode child : children) {
      weight += ((Node) child).weight();
    }
    return weight;
  }

  private static int depthOf(Collection<JsonNode> children) {
    int deepest = 0;
    for (JsonNode child : children) {
      deepest = Math.max(deepest, ((Node) child).depth());
    }
    return 1 + deepest;
  }

  /** A mapping; keys in the order of the file. */
  final class Mapping extends ObjectNode implements Node {
    private static final long serialVersionUID = 1L;
    private final transient Place place;
    private long weight;
    private int depth;

    /** {@code children} must all be {@link Node}s. */
    public Mapping(Map<String, JsonNode> children, Place place) {
      super(JsonNodeFactory.instance, children);
      this.place = place;
    }

    @Override
    public Place place() {
      return place;
    }

    @Override
    public JsonNode at(Place other) {
      return new Mapping(_children, other);
    }

    @Override
    public long weight() {
      if (weight == 0) {
        weight = weightOf(_children.values());
      }
      return weight;
    }

    @Override
    public int depth() {
      if (depth == 0) {
        depth = depthOf(_children.values());
      }
      return depth;
    }

    @Override
    public String toString() {
      return properties().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue())
          .collect(Collectors.joining(", ", "{", "}"));
    }
  }

  /** A list. */
  final class Sequence extends ArrayNode implements Node {
    private static final long serialVersionUID = 1L;
    private final transient List<JsonNode> items;
    private final transient Place place;
    private long weight;
    private int depth;

    /** {@code items} must all be {@link Node}s. */
    public Sequence(List<JsonNode> items, Place place) {
      this(items, place, 0, 0);
    }

    Sequence(List<JsonNode> items, Place place, long weight, int depth) {
      super(JsonNodeFactory.instance, items);
      this.items = items;
      this.place = place;
      this.weight = weight;
      this.depth = depth;
    }

    /** The items as the list that they are kept in. */
    public List<JsonNode> items() {
      return items;
    }

    @Override
    public Place place() {
      return place;
    }

    @Override
    public JsonNode at(Place other) {
      return new Sequence(items, other, weight, depth);
    }

    @Override
    public long weight() {
      if (weight == 0) {
        weight = weightOf(items);
      }
      return weight;
    }

    @Override
    public int depth() {
      if (depth == 0) {
        depth = depthOf(items);
      }
      return depth;
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }

  /** A string. */
  final class Text extends StringScalar {
    private static final long serialVersionUID = 1L;

    /** A string with the place it was read from. */
    public Text(String value, Place place) {
      super(value, place);
    }

    @Override
    public JsonNode at(Place other) {
      return new Text(value, other);
    }
  }

  /** A whole number, with the digits it was written with. */
  final class Whole extends WholeScalar {
    private static final long serialVersionUID = 1L;

    /** {@code digits} is the number as written. */
    public Whole(BigInteger value, String digits, Place place) {
      super(value, digits, place);
    }

    @Override
    public JsonNode at(Place other) {
      return new Whole(value, digits, other);
    }
  }

  /** A number with a fraction or an exponent, with the digits it was written with. */
  final class Fraction extends DecimalNode implements Node {
    private static final long serialVersionUID = 1L;
    private final String digits;
    private final transient Place place;

    /** {@code digits} is the number as written. */
    public Fraction(BigDecimal value, String digits, Place place) {
      super(value);
      this.digits = digits;
      this.place = place;
    }

    @Override
    public Place place() {
      return place;
    }

    @Override
    public JsonNode at(Place other) {
      return new Fraction(_value, digits, other);
    }

    @Override
    public String toString() {
      return digits;
    }
  }

  /** {@code true} or {@code false}. */
  final class Flag extends BooleanScalar {
    private static final long serialVersionUID = 1L;

    /** A boolean with the place it was read from. */
    public Flag(boolean value, Place place) {
      super(value, place);
    }

    @Override
    public JsonNode at(Place other) {
      return new Flag(value, other);
    }
  }

  /** {@code null}, {@code ~} or nothing at all. */
  final class Nothing extends NullScalar {
    private static final long serialVersionUID = 1L;

    /** A null with the place it was read from. */
    public Nothing(Place place) {
      super(place);
    }

    @Override
    public JsonNode at(Place other) {
      return new Nothing(other);
    }
  }
}
