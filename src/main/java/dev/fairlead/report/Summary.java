package dev.fairlead.report;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Severity;
import java.util.HashSet;
import java.util.Set;

/** The findings of a call in one line, with the commands that help. */
public final class Summary {
  private Summary() {}

  /** The line. {@code fixable} tells whether {@code fairlead fix} knows the files. */
  public static String of(Report report, boolean fixable) {
    int files = report.files().size();
    if (report.findings().isEmpty()) {
      return count(files, "file") + ", no errors or warnings";
    }
    StringBuilder line = new StringBuilder(counts(report.errors(), report.warnings()));
    line.append(" in ").append(places(report, files));
    long fixes = report.findings().stream().filter(f -> f.proposal().isPresent()).count();
    if (fixable && fixes > 0) {
      line.append("; fairlead fix can fix ").append(fixes);
    }
    return line.append("; fairlead explain ").append(code(report)).append(" says more").toString();
  }

  /** The numbers of errors and warnings, of which at least one is not 0. */
  public static String counts(int errors, int warnings) {
    if (warnings == 0) {
      return count(errors, "error");
    }
    String warned = count(warnings, "warning");
    return errors == 0 ? warned : count(errors, "error") + " and " + warned;
  }

  /** A number and a noun. */
  public static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String places(Report report, int files) {
    Set<String> found = new HashSet<>();
    report.findings().forEach(finding -> found.add(finding.span().file().name()));
    return found.size() == files
        ? count(files, "file")
        : found.size() + " of " + count(files, "file");
  }

  /** The code of the first error, else of the first warning. */
  private static String code(Report report) {
    for (Diagnostic finding : report.findings()) {
      if (finding.severity() == Severity.ERROR) {
        return finding.code().slug();
      }
    }
    return report.findings().get(0).code().slug();
  }
}
