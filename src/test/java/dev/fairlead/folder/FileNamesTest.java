package dev.fairlead.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** File names are readable, unique and contain no path. */
class FileNamesTest {
  @Test
  void areReadable() {
    assertEquals("persistentvolume-data.yaml", FileNames.name("PersistentVolume", "", "data"));
    assertEquals("pod-shop_web.yaml", FileNames.name("Pod", "shop", "web"));
    assertEquals("persistentvolume-a.b.yaml", FileNames.name("PersistentVolume", "", "a.b"));
  }

  /** The schema rejects all of these, but the folder is safe without it. */
  @Test
  void nothingLeadsOutOfTheFolder() {
    for (String name :
        List.of("..", "../x", "../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "a\0b", "é", "")) {
      assertName(FileNames.name("PersistentVolume", "", name));
      assertName(FileNames.name("PersistentVolumeClaim", "../" + name, name));
    }
  }

  private static void assertName(String name) {
    assertTrue(name.matches("[a-z]+-[a-z0-9._-]*\\.yaml"), name);
    assertTrue(name.length() <= 140, name);
    assertFalse(name.endsWith(".fairlead.yaml"), name);
  }

  @Test
  void aManifestIsNoSpec() {
    assertName(FileNames.name("PersistentVolume", "", "a.fairlead"));
  }

  @Test
  void longNamesStayShortAndDifferent() {
    String longest = "x".repeat(253);
    String first = FileNames.name("PersistentVolumeClaim", "n".repeat(63), longest + "a");
    String second = FileNames.name("PersistentVolumeClaim", "n".repeat(63), longest + "b");
    assertName(first);
    assertName(second);
    assertFalse(first.equals(second));
    // These names must never change, or files would be renamed.
    assertEquals(
        "persistentvolume-" + "x".repeat(100) + "__2eaedbb3eb4e2b90.yaml",
        FileNames.name("PersistentVolume", "", "x".repeat(200)));
  }

  @Test
  void differentResourcesHaveDifferentFilesWhateverTheCase() {
    Random random = new Random(1);
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String namespace = random.nextBoolean() ? "" : word(random, 3);
      String name = word(random, 8);
      String file = FileNames.name("Pod", namespace, name);
      assertName(file);
      String resource = namespace + "/" + name;
      String other = seen.putIfAbsent(file.toLowerCase(Locale.ROOT), resource);
      assertTrue(other == null || other.equals(resource), resource + " and " + other);
    }
  }

  private static String word(Random random, int longest) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(longest); i >= 0; i--) {
      word.append("ab-._A".charAt(random.nextInt(6)));
    }
    return word.toString();
  }
}
