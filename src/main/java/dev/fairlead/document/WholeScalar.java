package dev.fairlead.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.node.JsonNodeType;

/** A whole number. */
abstract class WholeScalar extends ScalarNode {
  private static final long serialVersionUID = 1L;

  final BigInteger value;
  final String digits;

  WholeScalar(BigInteger value, String digits, Place place) {
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
  public Number numberValue() {
    return value;
  }

  @Override
  public int intValue() {
    return value.intValueExact();
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
    return other instanceof WholeScalar node && node.value.equals(value);
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
