package dev.fairlead.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Versions of Kubernetes, and that the schema and the documents name the same ones. */
class KubernetesVersionTest {
  @Test
  void readsKnownVersionsOnly() {
    assertEquals(Optional.of(KubernetesVersion.OLDEST), KubernetesVersion.of("1.30"));
    assertEquals(Optional.of(KubernetesVersion.NEWEST), KubernetesVersion.of("1.37"));
    for (String text : List.of("", "1.29", "1.38", "v1.34", "1.34.0", "1.3", "2.30", " 1.34")) {
      assertEquals(Optional.empty(), KubernetesVersion.of(text), text);
    }
  }

  @Test
  void theSupportedOnesAreKnown() {
    assertFalse(KubernetesVersion.OLDEST_SUPPORTED.isBefore(KubernetesVersion.OLDEST));
    assertFalse(KubernetesVersion.NEWEST.isBefore(KubernetesVersion.NEWEST_SUPPORTED));
    assertTrue(KubernetesVersion.OLDEST_SUPPORTED.isBefore(KubernetesVersion.NEWEST_SUPPORTED));
  }

  @Test
  void theSchemaAcceptsTheSameOnes() throws IOException {
    String schema = Files.readString(Path.of("schemas", "storage.v1.schema.json"));
    Matcher matcher =
        Pattern.compile("\"kubernetes\": \\{[^}]*\"pattern\": \"([^\"]*)\"").matcher(schema);
    assertTrue(matcher.find());
    Pattern accepted = Pattern.compile(matcher.group(1).replace("\\\\", "\\"));
    for (int minor = 0; minor < 100; minor++) {
      String text = "1." + minor;
      assertEquals(KubernetesVersion.of(text).isPresent(), accepted.matcher(text).matches(), text);
    }
  }

  @Test
  void theDocumentsNameTheSupportedOnes() throws IOException {
    String supported =
        KubernetesVersion.OLDEST_SUPPORTED + " to " + KubernetesVersion.NEWEST_SUPPORTED;
    assertTrue(Files.readString(Path.of("docs", "spec.md")).contains(supported));
  }

  @Test
  void factsHoldFromTheFirstVersionToTheLast() {
    assertFalse(VersionFact.IMAGE.worksIn(new KubernetesVersion(34)));
    assertTrue(VersionFact.IMAGE.worksIn(new KubernetesVersion(35)));
    assertFalse(VersionFact.IMAGE.isGoneIn(KubernetesVersion.NEWEST));
    assertTrue(VersionFact.GIT_REPO.worksIn(new KubernetesVersion(32)));
    assertFalse(VersionFact.GIT_REPO.worksIn(new KubernetesVersion(33)));
    assertTrue(VersionFact.GIT_REPO.isGoneIn(new KubernetesVersion(32).next()));
  }

  @Test
  void everyRemovedSourceHasAFact() {
    for (SourceType type : SourceType.values()) {
      assertEquals(
          !type.isServed(), VersionFact.ofSource(type.toString()).isPresent(), type.toString());
    }
  }
}
