package dev.fairlead.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of the folder between two calls, and between two steps of one. */
class FolderTest {
  @TempDir Path temp;

  private static List<RenderedFile> files(String... namesAndTexts) {
    List<RenderedFile> files = new ArrayList<>();
    StringBuilder list = new StringBuilder(Marker.line());
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(new RenderedFile(namesAndTexts[i], Marker.line("s") + namesAndTexts[i + 1]));
      list.append("- ").append(namesAndTexts[i]).append('\n');
    }
    files.add(new RenderedFile(RenderedFiles.KUSTOMIZATION, list.toString()));
    return files;
  }

  private static List<Change> changes(Path folder, List<RenderedFile> files) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    List<Change> changes = Folder.at(folder.toString()).changes(files, diagnostics);
    assertEquals(List.of(), diagnostics.sorted());
    return changes;
  }

  private static void write(Path folder, List<RenderedFile> files) throws IOException {
    Folder.at(folder.toString()).apply(changes(folder, files));
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        contents.put(entry.getFileName().toString(), Files.readString(entry));
      }
    }
    return contents;
  }

  private static Map<String, String> contents(List<RenderedFile> files) {
    return files.stream()
        .collect(
            Collectors.toMap(RenderedFile::name, RenderedFile::text, (a, b) -> a, TreeMap::new));
  }

  @Test
  void theKustomizationListsOnlyExistingFilesAfterEveryStep() throws IOException {
    List<RenderedFile> old = files("a.yaml", "1", "b.yaml", "1", "c.yaml", "1");
    List<RenderedFile> now = files("b.yaml", "2", "c.yaml", "1", "d.yaml", "2");
    int steps = 4;
    for (int done = 0; done <= steps; done++) {
      Path folder = temp.resolve("stopped-after-" + done);
      write(folder, old);
      List<Change> changes = changes(folder, now);
      assertEquals(steps, changes.size());
      Folder.at(folder.toString()).apply(changes.subList(0, done));
      Map<String, String> contents = contents(folder);
      for (String line : contents.get(RenderedFiles.KUSTOMIZATION).split("\n")) {
        assertTrue(line.startsWith("#") || contents.containsKey(line.substring(2)), line);
      }
      write(folder, now);
      assertEquals(contents(now), contents(folder));
    }
  }

  @Test
  void onlyWhatDiffersIsWritten() throws IOException {
    Path folder = temp.resolve("folder");
    write(folder, files("a.yaml", "1", "b.yaml", "1"));
    Object untouched = Files.readAttributes(folder.resolve("a.yaml"), "unix:ino,ctime");
    write(folder, files("a.yaml", "1", "b.yaml", "2"));
    assertEquals(untouched, Files.readAttributes(folder.resolve("a.yaml"), "unix:ino,ctime"));
    assertEquals(List.of(), changes(folder, files("a.yaml", "1", "b.yaml", "2")));
  }

  @Test
  void leftoversOfAKilledCallAreRemoved() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder"));
    Files.writeString(folder.resolve(".fairlead-999999999.tmp"), "half");
    String own = ".fairlead-" + ProcessHandle.current().pid() + ".tmp";
    Files.writeString(folder.resolve(own), "of an earlier process with our number");
    // Process 1 is running, so it may be about to rename its file.
    Files.writeString(folder.resolve(".fairlead-1.tmp"), "somebody else's");
    Files.writeString(folder.resolve(".fairlead-x.tmp"), "somebody else's");
    write(folder, files("a.yaml", "1"));
    assertEquals(
        List.of(".fairlead-1.tmp", ".fairlead-x.tmp", "a.yaml", "kustomization.yaml"),
        List.copyOf(contents(folder).keySet()));
  }

  /** A link that is created after the folder was listed is neither followed nor replaced. */
  @Test
  void aLinkIsNeverFollowed() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder"));
    Path outside = Files.writeString(temp.resolve("outside"), "precious");
    List<Change> changes = changes(folder, files("a.yaml", "1"));
    Path link = Files.createSymbolicLink(folder.resolve("a.yaml"), outside);
    Files.createSymbolicLink(
        folder.resolve(".fairlead-" + ProcessHandle.current().pid() + ".tmp"), outside);
    assertThrows(IOException.class, () -> Folder.at(folder.toString()).apply(changes));
    assertEquals("precious", Files.readString(outside));
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void aFailureLeavesTheOldFileAndNoOther() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder"));
    // A folder with the name of the file makes the rename fail.
    Path inTheWay = Files.createDirectories(folder.resolve("a.yaml/x")).getParent();
    Change change = new Change(Change.Type.CREATE, "a.yaml", "a.yaml", "", "text");
    assertThrows(IOException.class, () -> Folder.at(folder.toString()).apply(List.of(change)));
    try (Stream<Path> entries = Files.list(folder)) {
      assertEquals(List.of(inTheWay), entries.toList());
    }
  }

  @Test
  void aFileInAnotherCaseIsNotRemoved() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder"));
    Files.writeString(folder.resolve("A.yaml"), Marker.line("s") + "1");
    assertEquals(
        List.of("a.yaml", "kustomization.yaml"),
        changes(folder, files("a.yaml", "1")).stream().map(Change::name).toList());
  }
}
