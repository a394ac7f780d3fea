package dev.fairlead.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with much else in it is read for the manifests that it holds. */
class VerifyFolderTest {
  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: data
        namespace: shop
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: fast
        resources: {requests: {storage: 1Gi}}
      """;

  private static final String PATCH =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {resources: {requests: {storage: 2Gi}}}
      """;

  @TempDir Path folder;

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toString();
  }

  private Cli.Result verify() {
    return Cli.run("verify", folder.toString());
  }

  @Test
  void oneLineCountsWhatIsNoManifest() throws IOException {
    write("base/claim.yaml", CLAIM);
    write("values.yaml", "replicas: 1\n---\n- a list\n");
    write("empty.yaml", "# nothing\n");
    write("tags.yaml", "nav: !!python/name:index\n---\nnav: !other\n");
    write("overlay/kustomization.yaml", "resources: [../base]\npatches: [{path: size.yaml}]\n");
    write("overlay/size.yaml", PATCH);
    write("old/kustomization.yml", "patchesStrategicMerge: [size.yaml, '{a: b}']\n");
    write("old/size.yaml", PATCH);
    write("tests/01-assert.yaml", PATCH);
    write("tests/errors-of-sizes.yaml", PATCH);
    write("chart/templates/a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {{ .Values.x }}\n");
    write("a.fairlead.yaml", "apiVersion: fairlead.dev/v1\nkind: Storage\n");
    write("delete.yaml", PATCH.replace("spec:", "$patch: delete\nspec:"));
    Cli.Result result = verify();
    assertEquals("", result.out());
    assertEquals(
        "fairlead: passed over 5 documents without apiVersion and kind, 1 spec (see fairlead"
            + " check), 1 template with {{ }}, 3 kustomize patches, 2 expectations of a test\n",
        result.err());
    assertEquals(0, result.code());
  }

  @Test
  void findingsAboutVariablesAreCounted() throws IOException {
    String text = CLAIM.replace("1Gi", "\"${SIZE:=1Gi}\"").replace("name: data", "name: ${APP}-x");
    String file = write("claim.yaml", text);
    Cli.Result found = verify();
    assertEquals("", found.out());
    assertEquals("fairlead: passed over 2 findings about a ${VARIABLE}\n", found.err());
    Cli.Result named = Cli.run("verify", file);
    assertEquals(1, named.code());
    assertTrue(named.out().contains("[invalid-quantity]"), named.out());
  }

  @Test
  void theSameObjectInTwoFoldersIsForTwoClusters() throws IOException {
    String one = write("dev/claim.yaml", CLAIM);
    String other = write("prod/claim.yaml", CLAIM);
    assertEquals(new Cli.Result(0, "", ""), verify());
    assertEquals(1, Cli.run("verify", one, other).code());
    write("prod/copy.yaml", CLAIM);
    assertTrue(verify().out().contains("[duplicate-name]"), verify().out());
  }

  @Test
  void aNamedFileIsWhatTheUserMeans() throws IOException {
    Cli.Result patch = Cli.run("verify", write("01-assert.yaml", PATCH));
    assertTrue(patch.out().contains("lacks \"accessModes\""), patch.out());
    Cli.Result values = Cli.run("verify", write("values.yaml", "replicas: 1\n"));
    assertTrue(values.out().contains("[not-a-manifest]"), values.out());
    Cli.Result empty = Cli.run("verify", write("empty.yaml", ""));
    assertTrue(empty.out().endsWith("the file has no content [no-manifests]\n"), empty.out());
    assertEquals(2, empty.code());
  }

  @Test
  void brokenManifestsAreNotPassedOver() throws IOException {
    write("broken.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a\n");
    Cli.Result result = verify();
    assertTrue(result.out().contains("[yaml-syntax]"), result.out());
    assertEquals("", result.err());
  }

  @Test
  void aFolderWithoutManifestsIsNoInput() throws IOException {
    write("values.yaml", "replicas: 1\n");
    Cli.Result result = verify();
    assertEquals(folder + ": error: the folder has no manifests [no-manifests]\n", result.out());
    assertEquals(2, result.code());
  }

  @Test
  void oneOfApiVersionAndKindIsNotEnough() throws IOException {
    write("claim.yaml", CLAIM);
    write("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    write("config.yaml", "kind: Cluster\nmetadata: {name: a}\napiVersion:\n");
    write("values.yaml", "kind: Deployment\nreplicas: 1\n");
    assertEquals(
        new Cli.Result(0, "", "fairlead: passed over 3 documents without apiVersion and kind\n"),
        verify());
  }

  @Test
  void storageWithoutApiVersionIsAnError() throws IOException {
    write("a.yaml", CLAIM.replace("apiVersion: v1\n", ""));
    write("b.yaml", CLAIM.replace("apiVersion", "apiversion"));
    write("c.yaml", "kind: Deployment\nmetadata: {name: a}\n");
    Cli.Result result = verify();
    assertEquals("", result.err());
    String problem = ": error: this is not a manifest: it lacks apiVersion [not-a-manifest]";
    for (String name : new String[] {"a", "b", "c"}) {
      assertTrue(result.out().contains("/" + name + ".yaml:1:1" + problem), result.out());
    }
  }

  @Test
  void findingsAboutQuotedTemplatesAreCounted() throws IOException {
    String text = CLAIM.replace("fast", "\"{{ class }}\"").replace("1Gi", "'{{ size }}'");
    String file = write("claim.yaml", text);
    assertEquals(new Cli.Result(0, "", "fairlead: passed over 2 findings about {{ }}\n"), verify());
    assertTrue(Cli.run("verify", file).out().contains("[invalid-name]"));
    write("claim.yaml", text.replace("accessModes: [ReadWriteOnce]", "volumeMode: Block"));
    assertTrue(verify().out().contains("lacks \"accessModes\""), verify().out());
  }

  @Test
  void aTemplateExplainsOnlyErrorsBesideIt() throws IOException {
    write("claim.yaml", CLAIM);
    write("if.yaml", CLAIM.replace("spec:", "{{- if .Values.on }}\nspec:") + "{{- end }}\n");
    write("long.yaml", CLAIM.replace("spec:", "{{- /* a:\n b\n c\n d: [*/}}\nspec:"));
    write("last.yaml", CLAIM.replace("spec:", "# {{- /* a:\n# b\n# c\n d */}} e: [*\nspec:"));
    Cli.Result result = verify();
    assertEquals(new Cli.Result(0, "", "fairlead: passed over 3 templates with {{ }}\n"), result);
    write("broken.yaml", CLAIM.replace("data", "'{{ name }}'").replace("1Gi}}", "1Gi}"));
    assertTrue(verify().out().contains("broken.yaml:"), verify().out());
    assertTrue(verify().out().contains("[yaml-syntax]"), verify().out());
  }

  @Test
  void aKustomizationNeedsNoExtension() throws IOException {
    write("claim.yaml", CLAIM);
    write("overlay/Kustomization", "patches: [{path: size.yaml}]\n");
    write("overlay/size.yaml", PATCH);
    assertEquals(
        new Cli.Result(
            0,
            "",
            "fairlead: passed over 1 document without apiVersion and kind, 1 kustomize patch\n"),
        verify());
  }

  private static String pair(String volume) {
    return CLAIM.replace("spec:\n", "spec:\n  volumeName: " + volume + "\n")
        + """
        ---
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: %s}
        spec:
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
          storageClassName: fast
          claimRef: {namespace: shop, name: data}
          csi: {driver: ebs.csi.aws.com, volumeHandle: vol-0123456789abcdef0}
        """
            .formatted(volume);
  }

  @Test
  void variantsForTwoClustersAreNoPairs() throws IOException {
    write("dev/a.yaml", pair("one"));
    write("prod/a.yaml", pair("two"));
    assertFalse(verify().out().contains("error:"), verify().out());
    assertFalse(verify().out().contains("handle]"), verify().out());
    write("dev/b.yaml", pair("three").replace("name: data", "name: more"));
    assertTrue(verify().out().contains("[duplicate-handle]"), verify().out());
  }

  @Test
  void aVolumeOfBothTellsClustersApart() throws IOException {
    String common = pair("common").split("---\n")[1].replace("vol-0", "vol-f");
    write("dev/a.yaml", pair("one") + "---\n" + common.replace("name: data", "name: other"));
    write("prod/a.yaml", common.replace("name: data", "name: other"));
    write("prod/b.yaml", pair("two").replace("name: data", "name: more"));
    assertFalse(verify().out().contains("error:"), verify().out());
  }

  @Test
  void everyVariantIsCheckedInFull() throws IOException {
    write("dev/a.yaml", pair("one"));
    write("prod/a.yaml", pair("one").replace("capacity: {storage: 1Gi}", "capacity: {storage: 1}"));
    write("test/a.yaml", pair("one").replace("ReadWriteOnce]\n  storage", "RWX]\n  storage"));
    Cli.Result result = verify();
    assertTrue(result.out().contains("prod/a.yaml:10:35: error: claim"), result.out());
    assertTrue(result.out().contains("[claim-too-large]"), result.out());
    assertTrue(result.out().contains("test/a.yaml:8:17: error:"), result.out());
    assertFalse(result.out().matches("(?s).*dev/a.yaml[:0-9]+ error.*"), result.out());
  }

  @Test
  void nestedFoldersBelongToTheirCluster() throws IOException {
    String[] pair = pair("one").split("---\n");
    for (String cluster : new String[] {"dev", "prod"}) {
      // The claims have no namespace, so only the folders around them tell them apart.
      String claim = pair[0].replace("  namespace: shop\n", "");
      String size = cluster.equals("dev") ? "2Gi" : "1Gi";
      write(cluster + "/apps/claim.yaml", claim.replace("1Gi", size));
      write(cluster + "/disks/volume.yaml", pair[1].replace("1Gi", size));
    }
    assertFalse(verify().out().contains("error:"), verify().out());
    write("prod/apps/claim.yaml", pair[0].replace("1Gi", "2Gi"));
    assertTrue(verify().out().contains("prod/apps/claim.yaml:10:35: error: "), verify().out());
    assertEquals(1, verify().out().split("error:").length - 1, verify().out());
  }

  @Test
  void claimsWithoutNamespaceGoWithTheVolumesBesideThem() throws IOException {
    // Two namespaces of one cluster: the volumes have different names.
    for (String name : new String[] {"one", "two"}) {
      String id = name.equals("one") ? "vol-0123456789abcdef0" : "vol-0123456789abcdef1";
      write(
          name + "/a.yaml",
          pair(name)
              .replace("  namespace: shop\n", "")
              .replace("namespace: shop,", "namespace: " + name + ",")
              .replace("vol-0123456789abcdef0", id));
    }
    assertFalse(verify().out().contains("error:"), verify().out());
    // One disk under two names is a mistake in one cluster.
    write("two/a.yaml", pair("two").replace("  namespace: shop\n", ""));
    assertTrue(verify().out().contains("[duplicate-handle]"), verify().out());
  }

  @Test
  void whatAPatchBindsIsNotJudged() throws IOException {
    String oneWay = pair("one").replace("  volumeName: one\n", "");
    write("base/a.yaml", oneWay);
    assertTrue(verify().out().contains("[one-way-binding]"), verify().out());
    String patch = PATCH.replaceFirst("spec: .*", "spec: {volumeName: one}");
    write("overlay/bind.yaml", patch);
    write("overlay/kustomization.yaml", "patches: [{path: bind.yaml}]\n");
    assertFalse(verify().out().contains("[one-way-binding]"), verify().out());
    write("overlay/bind.yaml", "[{op: add, path: /spec/volumeName, value: one}]\n");
    write(
        "overlay/kustomization.yaml",
        "patches: [{path: bind.yaml, target: {kind: PersistentVolumeClaim, name: data}}]\n");
    assertFalse(verify().out().contains("[one-way-binding]"), verify().out());
    write(
        "overlay/kustomization.yaml", "patches:\n- patch: |\n    " + patch.replace("\n", "\n    "));
    assertFalse(verify().out().contains("[one-way-binding]"), verify().out());
    write(
        "overlay/kustomization.yaml",
        "patches: [{path: bind.yaml, target: {kind: PersistentVolumeClaim}}]\n");
    assertFalse(verify().out().contains("[one-way-binding]"), verify().out());
    write("overlay/kustomization.yaml", "patches: [{path: bind.yaml}]\n");
    for (String field : List.of("volumeName: one", "storageClassName: a", "selector: {}")) {
      write("overlay/bind.yaml", PATCH.replaceFirst("spec: .*", "spec: {" + field + "}"));
      assertFalse(verify().out().contains("[one-way-binding]"), field);
    }
    // A patch of something else binds nothing.
    write("overlay/bind.yaml", PATCH);
    assertTrue(verify().out().contains("[one-way-binding]"), verify().out());
  }

  @Test
  void foldersInAnyOrderAreVariants() throws IOException {
    write("dev/a.yaml", pair("one"));
    write("prod/a.yaml", pair("two"));
    Cli.Result result =
        Cli.run("verify", folder.resolve("prod").toString(), folder.resolve("dev").toString());
    assertFalse(result.out().contains("error:"), result.out());
  }

  @Test
  void variantsInsideAClusterAreApartToo() throws IOException {
    String common = CLAIM.replace("name: data", "name: common");
    write("a/common.yaml", common);
    write("b/common.yaml", common);
    write("a/x/a.yaml", pair("one").replace("  namespace: shop\n", ""));
    write("a/y/a.yaml", pair("one").replace("  namespace: shop\n", "").replace("1Gi", "2Gi"));
    assertFalse(verify().out().contains("error:"), verify().out());
  }
}
