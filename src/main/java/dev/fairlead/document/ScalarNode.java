package dev.fairlead.document;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.BaseJsonNode;
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
}
