package dev.fairlead.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReclaimPolicyTest {
  @Test
  void anyOtherWordIsTheDefault() {
    assertEquals(ReclaimPolicy.RETAIN, ReclaimPolicy.of("Keep"));
    for (ReclaimPolicy policy : ReclaimPolicy.values()) {
      assertEquals(policy, ReclaimPolicy.of(policy.toString()));
    }
  }
}
