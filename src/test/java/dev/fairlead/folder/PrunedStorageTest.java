package dev.fairlead.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrunedStorageTest {
  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: shop}
      """;

  private static final String VOLUME =
      """
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: data}
      spec: {persistentVolumeReclaimPolicy: Delete}
      """;

  private static Change removed(String text) {
    return new Change(Change.Type.REMOVE, "a.yaml", "deploy/a.yaml", text, "");
  }

  private static List<Diagnostic> findings(Change... changes) {
    return PrunedStorage.findings(List.of(changes));
  }

  @Test
  void namesTheObjectAndWhatComesOfTheDisk() {
    Diagnostic claim = findings(removed(CLAIM)).get(0);
    assertTrue(claim.message().startsWith("PersistentVolumeClaim \"data\" is no longer rendered"));
    assertTrue(claim.message().endsWith("its reclaim policy is Delete"), claim.message());
    assertEquals("data", claim.span().text());
    assertTrue(findings(removed(VOLUME)).get(0).message().contains("the disk may go with it"));
    String kept = findings(removed(VOLUME.replace("Delete", "Retain"))).get(0).message();
    assertTrue(kept.contains("the disk stays"), kept);
  }

  @Test
  void annotationsThatKeepTheObjectAreRespected() {
    for (String annotation :
        List.of(
            "argocd.argoproj.io/sync-options: 'Validate=false,Prune=false'",
            "kustomize.toolkit.fluxcd.io/prune: disabled")) {
      String kept = CLAIM.replace("{name", "{annotations: {" + annotation + "}, name");
      assertEquals(List.of(), findings(removed(kept)), annotation);
    }
    String other = "{annotations: {kustomize.toolkit.fluxcd.io/prune: enabled}, name";
    assertEquals(1, findings(removed(CLAIM.replace("{name", other))).size());
  }

  @Test
  void anObjectThatOnlyGetsAnotherFileIsNotPruned() {
    Change created = new Change(Change.Type.CREATE, "b.yaml", "deploy/b.yaml", "", CLAIM);
    assertEquals(List.of(), findings(created, removed(CLAIM)));
    Change other =
        new Change(
            Change.Type.CREATE, "b.yaml", "deploy/b.yaml", "", CLAIM.replace("shop", "test"));
    assertEquals(1, findings(other, removed(CLAIM)).size());
  }

  @Test
  void otherChangesAndKindsHaveNone() {
    assertEquals(
        List.of(),
        findings(
            removed(CLAIM.replace("PersistentVolumeClaim", "Pod")),
            new Change(Change.Type.UPDATE, "a.yaml", "a.yaml", CLAIM, VOLUME),
            removed("not: [a manifest")));
  }
}
