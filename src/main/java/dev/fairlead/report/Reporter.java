package dev.fairlead.report;

import java.io.IOException;
import java.io.Writer;

/** A format for findings. */
public interface Reporter {
  /** Writes a complete, well-formed report, even without findings, and flushes. */
  void print(Report report, Writer out) throws IOException;
}
