package dev.fairlead.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.BaseJsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.MissingNode;

/**
 * A Jackson node without children. Not a subclass of Jackson's own ones: these make the JVM
 * initialize {@code BigDecimal}, for which JDK 25 computes 5 to the power of 65,536, and that takes
 * longer than to read a spec.
 */
abstract class ScalarNode extends BaseJsonNode implements Node {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  ScalarNode(Place place) {
    this.place = place;
  }

  @Override
  public Place place() {
    return place;
  }

  /** The value as written, which is what Jackson reads it as where a string is asked for. */
  @Override
  public abstract String toString();

  @Override
  protected String _asString() {
    return toString();
  }

  @Override
  protected String _valueDesc() {
    return toString();
  }

  @Override
  public JsonNode deepCopy() {
    return this;
  }

  @Override
  public JsonNode get(int index) {
    return null;
  }

  @Override
  public JsonNode path(int index) {
    return MissingNode.getInstance();
  }

  @Override
  public JsonNode path(String name) {
    return MissingNode.getInstance();
  }

  @Override
  protected JsonNode _at(JsonPointer pointer) {
    return MissingNode.getInstance();
  }

  @Override
  public JsonNode findValue(String name) {
    return null;
  }

  @Override
  public JsonNode findParent(String name) {
    return null;
  }

  @Override
  public List<JsonNode> findValues(String name, List<JsonNode> found) {
    return found;
  }

  @Override
  public List<String> findValuesAsString(String name, List<String> found) {
    return found;
  }

  @Override
  public List<JsonNode> findParents(String name, List<JsonNode> found) {
    return found;
  }

  @Override
  public void serializeWithType(
      JsonGenerator generator, SerializationContext context, TypeSerializer types) {
    serialize(generator, context);
  }

  /** A string. */
  abstract static class OfString extends ScalarNode {
    private static final long serialVersionUID = 1L;

    final String value;

    OfString(String value, Place place) {
      super(place);
      this.value = value;
    }

    @Override
    public JsonNodeType getNodeType() {
      return JsonNodeType.STRING;
    }

    @Override
    public JsonToken asToken() {
      return JsonToken.VALUE_STRING;
    }

    @Override
    public String stringValue() {
      return value;
    }

    @Override
    public String stringValue(String otherwise) {
      return value;
    }

    @Override
    public Optional<String> stringValueOpt() {
      return Optional.of(value);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializationContext context) {
      generator.writeString(value);
    }

    @Override
    public boolean equals(Object other) {
      // Jackson's own strings too: validators make them of keys.
      return other instanceof JsonNode node && node.isString() && node.stringValue().equals(value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /** A whole number. */
  abstract static class OfWhole extends ScalarNode {
    private static final long serialVersionUID = 1L;

    final BigInteger value;
    final String digits;

    OfWhole(BigInteger value, String digits, Place place) {
      super(place);
      this.value = value;
      this.digits = digits;
    }

    @Override
    public JsonNodeType getNodeType() {
      return JsonNodeType.NUMBER;
    }

    @Override
    public JsonToken asToken() {
      return JsonToken.VALUE_NUMBER_INT;
    }

    @Override
    public NumberType numberType() {
      return NumberType.BIG_INTEGER;
    }

    @Override
    public boolean isIntegralNumber() {
      return true;
    }

    @Override
    public boolean isBigInteger() {
      return true;
    }

    @Override
    public boolean canConvertToInt() {
      return value.bitLength() < Integer.SIZE;
    }

    @Override
    public boolean canConvertToLong() {
      return value.bitLength() < Long.SIZE;
    }

    @Override
    public Number numberValue() {
      return value;
    }

    @Override
    public int intValue() {
      return value.intValueExact();
    }

    @Override
    public long longValue() {
      return value.longValueExact();
    }

    @Override
    public long asLong() {
      return longValue();
    }

    @Override
    public double doubleValue() {
      return value.doubleValue();
    }

    @Override
    public BigInteger bigIntegerValue() {
      return value;
    }

    @Override
    public BigDecimal decimalValue() {
      return new BigDecimal(value);
    }

    @Override
    public void serialize(JsonGenerator generator, SerializationContext context) {
      generator.writeNumber(value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfWhole node && node.value.equals(value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    protected String _asString() {
      return value.toString();
    }

    @Override
    public String toString() {
      return digits;
    }
  }

  /** {@code true} or {@code false}. */
  abstract static class OfBoolean extends ScalarNode {
    private static final long serialVersionUID = 1L;

    final boolean value;

    OfBoolean(boolean value, Place place) {
      super(place);
      this.value = value;
    }

    @Override
    public JsonNodeType getNodeType() {
      return JsonNodeType.BOOLEAN;
    }

    @Override
    public JsonToken asToken() {
      return value ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE;
    }

    @Override
    public boolean booleanValue() {
      return value;
    }

    @Override
    public boolean booleanValue(boolean otherwise) {
      return value;
    }

    @Override
    public Optional<Boolean> booleanValueOpt() {
      return Optional.of(value);
    }

    @Override
    protected Boolean _asBoolean() {
      return value;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializationContext context) {
      generator.writeBoolean(value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfBoolean node && node.value == value;
    }

    @Override
    public int hashCode() {
      return Boolean.hashCode(value);
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** {@code null}. */
  abstract static class OfNull extends ScalarNode {
    private static final long serialVersionUID = 1L;

    OfNull(Place place) {
      super(place);
    }

    @Override
    public JsonNodeType getNodeType() {
      return JsonNodeType.NULL;
    }

    @Override
    public JsonToken asToken() {
      return JsonToken.VALUE_NULL;
    }

    @Override
    public String stringValue() {
      return null;
    }

    @Override
    public String asString(String otherwise) {
      return otherwise;
    }

    @Override
    public boolean asBoolean(boolean otherwise) {
      return otherwise;
    }

    @Override
    protected String _asString() {
      return "";
    }

    @Override
    public void serialize(JsonGenerator generator, SerializationContext context) {
      generator.writeNull();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfNull;
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public String toString() {
      return "null";
    }
  }
}
