package dev.fairlead.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.pipeline.SpecInput;
import dev.fairlead.pipeline.Transpiler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two volumes or claims with one name, the first counts. */
class PlanTest {
  private static final String TWICE =
      """
      apiVersion: fairlead.dev/v1
      kind: Storage
      metadata: {name: s, namespace: shop}
      volumes:
        - {name: first, storage: 1Gi, nfs: {server: a, path: /a}, bindTo: {name: data}}
        - {name: second, storage: 2Gi, nfs: {server: a, path: /b}, bindTo: {name: data}}
        - {name: first, storage: 3Gi, nfs: {server: a, path: /c}}
      claims:
        - {name: logs, storage: 1Gi}
        - {name: logs, storage: 2Gi}
      """;

  private static final Plan PLAN =
      new Transpiler()
          .transpile(
              List.of(new SpecInput("s.yaml", TWICE.getBytes(StandardCharsets.UTF_8))),
              new Diagnostics());

  @Test
  void theFirstVolumeOfAClaimCounts() {
    assertEquals("first", PLAN.volumeFor(new ClaimRef("shop", "data")).name());
    assertNull(PLAN.volumeFor(new ClaimRef("shop", "logs")));
  }

  @Test
  void theFirstVolumeOfANameCounts() {
    assertEquals("1Gi", PLAN.volume("first").capacity().value().text());
    assertNull(PLAN.volume("third"));
  }

  @Test
  void theFirstClaimOfANameCounts() {
    assertEquals("1Gi", PLAN.claim(new ClaimRef("shop", "logs")).request().value().text());
  }
}
