package dev.fairlead.cli;

import dev.fairlead.input.FileBytes;
import dev.fairlead.input.Kustomization;
import dev.fairlead.krm.KrmFunction;
import dev.fairlead.schema.SpecKind;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs what users run most often, for the JVM that creates the class archive of bin/fairlead. The
 * archive keeps the classes that a rehearsal loads.
 */
public final class Rehearsal {
  private final Path folder;

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /** Runs in an existing folder, which the caller deletes afterwards. */
  public static void main(String[] args) throws IOException {
    new Rehearsal(Path.of(args[0])).run();
  }

  private void run() throws IOException {
    String fine = file("fine.yaml", RehearsalFiles.of("fine.yaml"));
    String wrong = file("wrong.yaml", RehearsalFiles.of("wrong.yaml"));
    byte[] manifests = run(new byte[0], List.of("render", fine));
    for (List<String> command : commands(fine, wrong)) {
      run(manifests, command);
    }
    run(new byte[0], List.of("render", file("many.yaml", many())));
    // The way kustomize calls fairlead.
    run(resourceList(RehearsalFiles.of("fine.yaml")), List.of());
    run(resourceList(RehearsalFiles.of("wrong.yaml")), List.of());
    file("kustomization.yaml", "generators:\n- fine.yaml\n");
    new KrmFunction(() -> Kustomization.texts(folder, SpecKind.API_VERSION))
        .run(
            resourceList(RehearsalFiles.of("fine.yaml")), Writer.nullWriter(), Writer.nullWriter());
  }

  /** A spec that is long enough to be printed on two cores. */
  private static String many() {
    StringBuilder spec = new StringBuilder("apiVersion: fairlead.dev/v1\nkind: Storage\n");
    spec.append("metadata: {name: many}\nvolumes:\n");
    for (int i = 0; i < 500; i++) {
      spec.append("- {name: disk-").append(i).append(", storage: 1Gi, reserve: true,");
      spec.append(" csi: {driver: csi.example.com, volumeHandle: disk-").append(i).append("}}\n");
    }
    return spec.toString();
  }

  private static byte[] resourceList(String spec) {
    String config = spec.replaceAll("(?m)^(?=.)", "  ");
    String list =
        "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n";
    return (list + config).getBytes(StandardCharsets.UTF_8);
  }

  /** The command lines. {@code -} reads the manifests of the {@code fine} spec. */
  private static List<List<String>> commands(String fine, String wrong) {
    return List.of(
        List.of("render", "--color", "always", wrong),
        List.of("check", fine),
        List.of("check", "--summary", wrong),
        List.of("fix", fine),
        List.of("verify", "-"));
  }

  /** Runs a command with the same types of streams and arguments as a process. */
  private byte[] run(byte[] in, List<String> command) throws IOException {
    Path out = folder.resolve("out");
    Main.run(
        Arrays.asList(command.toArray(String[]::new)),
        new Console(
            new ByteArrayInputStream(in),
            new FileOutputStream(out.toFile()),
            OutputStream.nullOutputStream(),
            System.getenv(),
            false,
            false,
            false));
    return FileBytes.of(out);
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file.toString();
  }
}
