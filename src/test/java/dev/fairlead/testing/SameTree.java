package dev.fairlead.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fairlead.document.Node;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares trees with the places, weights and depths of all their nodes. */
public final class SameTree {
  private SameTree() {}

  /** Fails if the trees differ in anything. */
  public static void check(JsonNode a, JsonNode b) {
    assertSame(a.getClass(), b.getClass());
    assertEquals(Node.placeOf(a).value().toString(), Node.placeOf(b).value().toString());
    assertEquals(Node.placeOf(a).key().toString(), Node.placeOf(b).key().toString());
    assertEquals(Node.placeOf(a).endLine(), Node.placeOf(b).endLine());
    assertEquals(Node.placeOf(a).endColumn(), Node.placeOf(b).endColumn());
    assertEquals(Node.placeOf(a).keyEndColumn(), Node.placeOf(b).keyEndColumn());
    assertEquals(((Node) a).weight(), ((Node) b).weight());
    assertEquals(((Node) a).depth(), ((Node) b).depth());
    assertEquals(a.toString(), b.toString());
    assertEquals(a, b);
    assertEquals(List.copyOf(a.propertyNames()), List.copyOf(b.propertyNames()));
    Iterator<JsonNode> others = b.values().iterator();
    for (JsonNode child : a.values()) {
      check(child, others.next());
    }
  }
}
