package dev.fairlead.document;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.node.JsonNodeType;

/** {@code true} or {@code false}. */
abstract class BooleanScalar extends ScalarNode {
  private static final long serialVersionUID = 1L;

  final boolean value;

  BooleanScalar(boolean value, Place place) {
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
    return other instanceof BooleanScalar node && node.value == value;
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
