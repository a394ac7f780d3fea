package dev.fairlead.document;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.node.JsonNodeType;

/** {@code null}. */
abstract class NullScalar extends ScalarNode {
  private static final long serialVersionUID = 1L;

  NullScalar(Place place) {
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
    return other instanceof NullScalar;
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
