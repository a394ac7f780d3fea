package dev.fairlead.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A namespace that is left out matches any. */
class ByClaimTest {
  @Test
  void aKnownNamespaceFindsItsOwnAndAnUnknownOne() {
    ByClaim<String> values = new ByClaim<>();
    values.putIfAbsent(new ClaimRef("a", "data"), "of a");
    values.putIfAbsent(new ClaimRef("b", "data"), "of b");
    values.putIfAbsent(new ClaimRef("", "logs"), "of any");
    assertEquals("of b", values.get(new ClaimRef("b", "data")));
    assertNull(values.get(new ClaimRef("c", "data")));
    assertEquals("of any", values.get(new ClaimRef("c", "logs")));
  }

  @Test
  void anUnknownNamespaceFindsTheFirst() {
    ByClaim<String> values = new ByClaim<>();
    values.putIfAbsent(new ClaimRef("a", "data"), "of a");
    values.putIfAbsent(new ClaimRef("a", "data"), "later");
    assertEquals("of a", values.get(new ClaimRef("", "data")));
    assertEquals("none", values.getOrDefault(new ClaimRef("", "logs"), "none"));
    values.put(new ClaimRef("a", "data"), "replaced");
    assertEquals("replaced", values.get(new ClaimRef("", "data")));
  }

  @Test
  void matching() {
    assertTrue(new ClaimRef("", "a").matches(new ClaimRef("x", "a")));
    assertTrue(new ClaimRef("x", "a").matches(new ClaimRef("", "a")));
    assertTrue(new ClaimRef("x", "a").matches(new ClaimRef("x", "a")));
    assertFalse(new ClaimRef("x", "a").matches(new ClaimRef("y", "a")));
    assertFalse(new ClaimRef("", "a").matches(new ClaimRef("", "b")));
    assertEquals("a", new ClaimRef("", "a").toString());
  }
}
