package dev.fairlead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.testing.External;
import dev.fairlead.testing.External.Result;
import dev.fairlead.testing.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root can read every file, so fairlead runs as another user if the tests run as root. */
class UnreadableFileTest {
  @TempDir Path temp;

  @Test
  void theOtherFilesOfAFolderAreReadAllTheSame() throws IOException {
    permit(temp, "rwxr-xr-x");
    Path bin = Files.createDirectory(temp.resolve("bin"));
    permit(bin, "rwxr-xr-x");
    Installed.copiedTo(bin);
    Path specs = Files.createDirectory(temp.resolve("specs"));
    permit(specs, "rwxr-xr-x");
    for (String name : List.of("1", "2", "3")) {
      Path file = Files.writeString(specs.resolve(name + ".fairlead.yaml"), "kind: " + name + "\n");
      permit(file, name.equals("2") ? "---------" : "rw-r--r--");
    }
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(List.of(bin.resolve("fairlead").toString(), "check", "."));
    Result result = External.run(specs, Map.of(), command);
    assertEquals(2, result.code());
    assertTrue(
        result.out().contains("2.fairlead.yaml: error: can't be read: permission denied"),
        result.out());
    assertTrue(result.out().contains("1.fairlead.yaml:1:"), result.out());
    assertTrue(result.out().contains("3.fairlead.yaml:1:"), result.out());
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
