package dev.fairlead.report;

import java.io.IOException;
import java.io.Writer;

/** One form that findings are reported in. */
public interface Reporter {
  /** Writes the report, which is complete and well-formed without findings too, and flushes. */
  void print(Report report, Writer out) throws IOException;
}
