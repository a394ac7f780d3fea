package dev.fairlead.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.source.SpecReader;
import dev.fairlead.testing.Golden;
import dev.fairlead.tree.Mapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Every row of the table does what it says, and is in the documentation. */
class ServerPartsTest {
  private static final Path DOCS = Path.of("docs", "adopting.md");
  private static final String HEAD = "| field | when | who writes it |\n|---|---|---|\n";

  @TestFactory
  Stream<DynamicTest> rows() {
    return ServerParts.all().stream()
        .map(row -> dynamicTest(row.kinds() + " " + row.shown(), () -> check(row)));
  }

  private static void check(ServerPart row) {
    boolean always = row.when() == ServerPart.When.ALWAYS;
    // Written by hand, without anything that only a cluster knows.
    if (!List.of("status", "metadata").contains(row.path().get(0)) || row.path().size() > 2) {
      assertEquals(!always, isKept(row, false, false), "by hand");
    }
    assertEquals(false, isKept(row, true, false), "saved");
    assertEquals(!always, isKept(row, true, true), "saved after kubectl apply");
  }

  private static boolean isKept(ServerPart row, boolean saved, boolean applied) {
    Map<String, Object> object = object(row);
    String json = JsonMapper.shared().writeValueAsString(object);
    if (saved) {
      put(object, List.of("metadata", "uid"), "1");
    }
    if (applied) {
      String key = "kubectl.kubernetes.io/last-applied-configuration";
      put(object, List.of("metadata", "annotations", key), json);
    }
    String text = JsonMapper.shared().writeValueAsString(object);
    Mapping manifest =
        (Mapping)
            SpecReader.asKubectl(new Diagnostics())
                .read("x", text.getBytes(StandardCharsets.UTF_8))
                .get(0)
                .root();
    Mapping own = new OwnParts().of(manifest);
    assertEquals("kept", own.mapping("metadata").stringOr("name", ""));
    // What is left besides apiVersion, kind and the name.
    return own.size() > 3 || own.mapping("metadata").size() > 1;
  }

  private static Map<String, Object> object(ServerPart row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", "v1");
    object.put("kind", row.kinds().isEmpty() ? "PersistentVolume" : row.kinds().get(0));
    put(object, List.of("metadata", "name"), "kept");
    put(object, row.path(), value(row));
    return object;
  }

  private static Object value(ServerPart row) {
    if (row.value() == null) {
      return "x";
    }
    return row.value().equals("{}") ? Map.of() : row.value().replace("*", "x");
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> object, List<String> path, Object value) {
    Map<String, Object> owner = object;
    for (int i = 0; i < path.size() - 1; i++) {
      if (path.get(i).equals("[]")) {
        continue;
      }
      if (path.get(i + 1).equals("[]")) {
        Object item = i + 2 == path.size() ? value : new LinkedHashMap<String, Object>();
        owner.put(path.get(i), List.of(item));
        if (i + 2 == path.size()) {
          return;
        }
        owner = (Map<String, Object>) item;
      } else {
        owner =
            (Map<String, Object>)
                owner.computeIfAbsent(path.get(i), key -> new LinkedHashMap<String, Object>());
      }
    }
    owner.put(path.get(path.size() - 1).replace("*", "x"), value);
  }

  @Test
  void theDocumentationHasEveryRow() throws IOException {
    Set<String> rows = new LinkedHashSet<>();
    for (ServerPart row : ServerParts.all()) {
      rows.add(line(row));
    }
    String text = Files.readString(DOCS);
    int start = text.indexOf(HEAD) + HEAD.length();
    assertTrue(start > HEAD.length(), "the table is missing");
    int end = start;
    while (text.startsWith("|", end)) {
      end = text.indexOf('\n', end) + 1;
    }
    String table = String.join("\n", rows) + "\n";
    if (Golden.rewriting()) {
      Files.writeString(DOCS, text.substring(0, start) + table + text.substring(end));
    } else {
      assertEquals(table, text.substring(start, end));
    }
  }

  private static String line(ServerPart row) {
    String field = row.shown();
    String kind = row.kinds().isEmpty() ? "" : row.kinds().get(0) + ": ";
    String pod =
        field
            .replaceFirst("^spec\\.(jobTemplate\\.spec\\.)?template\\.spec\\.", "podSpec.")
            .replace("initContainers", "containers");
    if (kind.equals("Pod: ")) {
      pod = pod.replaceFirst("^spec\\.", "podSpec.");
    }
    boolean ofPods = pod.startsWith("podSpec.");
    String value =
        row.value() == null ? "" : row.value().isEmpty() ? ", empty" : ", `" + row.value() + "`";
    boolean own = List.of("nodeName", "serviceAccountName").contains(pod.replace("podSpec.", ""));
    return "| "
        + (ofPods && !own ? "" : kind)
        + "`"
        + (ofPods ? pod : field)
        + "`"
        + value
        + " | "
        + (row.when() == ServerPart.When.ALWAYS ? "always" : "saved")
        + " | "
        + row.why()
        + " |";
  }
}
