package dev.fairlead.document;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.node.JsonNodeType;

/** A string. */
abstract class StringScalar extends ScalarNode {
  private static final long serialVersionUID = 1L;

  final String value;

  StringScalar(String value, Place place) {
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
