package dev.fairlead.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.testing.External;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in the real Neovim: a spec is typed, shows a finding, is fixed, searched, renamed. */
class NeovimTest {
  @TempDir Path temp;

  @Test
  void aSpecIsTypedFixedAndRenamed() throws IOException {
    External.require("nvim");
    Path script = Path.of("src", "test", "nvim", "session.lua").toAbsolutePath();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    External.Result result =
        External.run(
            temp,
            Map.of(
                "JAVA", java.toString(),
                "CLASSES", System.getProperty("java.class.path"),
                "XDG_STATE_HOME", temp.resolve("state").toString()),
            List.of("nvim", "--headless", "-u", "NONE", "-i", "NONE", "-c", "luafile " + script));
    Path report = temp.resolve("report.txt");
    String shown = Files.exists(report) ? Files.readString(report) : result.err();
    assertEquals(
        """
        finding 8: unknown key "volumeHandel" in volumes[0].csi ("data"); did you mean "volumeHandle"?
        fixed: volumeHandle: vol-0a1b2c3d4e5f60718
        findings left: 0
        definition in line 5
        renamed:   - name: files
        renamed:         mounts: {/data: files}
        completes: files
        """,
        shown);
  }
}
