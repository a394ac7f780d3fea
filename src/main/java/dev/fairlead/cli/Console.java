package dev.fairlead.cli;

import static dev.fairlead.diagnostic.Quote.visible;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The environment of a run: standard streams, always in UTF-8, environment variables, and which
 * streams are terminals.
 */
public record Console(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal) {
  private static final int BUFFER = 1 << 16;
  private static final int USUAL_COLUMNS = 100;
  private static final int FEWEST_COLUMNS = 40;

  /** The width of the terminal: COLUMNS if it is set to a usable number, else 100. */
  int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[0-9]{1,4}")
        ? Math.max(FEWEST_COLUMNS, Integer.parseInt(columns))
        : USUAL_COLUMNS;
  }

  /** A buffered writer to standard output, which reports failures. */
  Writer outWriter() {
    return new Utf8Writer(new BufferedOutputStream(out, BUFFER));
  }

  /** A writer to standard error. Flush it, but never close it, because more output may follow. */
  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), false);
  }

  /** Tells people something on standard error, in one line; nothing if the text is empty. */
  void say(String text) {
    if (!text.isEmpty()) {
      PrintWriter err = errWriter();
      err.print("fairlead: " + visible(text) + "\n");
      err.flush();
    }
  }
}
