package dev.fairlead.fuzz;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.doctor.Doctor;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveKind;
import dev.fairlead.pipeline.DumpInput;
import dev.fairlead.pipeline.SpecInput;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What doctor says about a dump, whether it has all objects of each kind or not. */
public final class DoctorTarget {
  /** A command, and after a semicolon more words. */
  private static final Pattern COMMAND =
      Pattern.compile("([\\w ./:=,@%+-]|&& |\\| |\\\\'|'[^']*'){0,100000}+(;.*)?");

  private DoctorTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    Oracles.isTheSameTwice(() -> messages(data, EnumSet.noneOf(LiveKind.class)));
    Oracles.isTheSameTwice(() -> messages(data, EnumSet.allOf(LiveKind.class)));
  }

  private static List<String> messages(byte[] data, Set<LiveKind> complete) {
    Diagnostics diagnostics = new Diagnostics();
    Dump dump = dump(data, complete, diagnostics);
    Doctor.examine(dump, true, diagnostics);
    Oracles.placesAreInTheirFiles(diagnostics.sorted());
    List<String> messages = new ArrayList<>();
    for (Diagnostic finding : diagnostics.sorted()) {
      finding.hint().ifPresent(DoctorTarget::isQuoted);
      messages.add(finding.span() + finding.message() + finding.hint());
    }
    return messages;
  }

  static Dump dump(byte[] data, Set<LiveKind> complete, Diagnostics diagnostics) {
    return new DumpInput(complete, diagnostics).read(List.of(new SpecInput("live.yaml", data)));
  }

  /** The commands of a hint are words for a shell, with everything else in quotes. */
  static void isQuoted(String hint) {
    for (int at = hint.indexOf("kubectl "); at >= 0; at = hint.indexOf("kubectl ", at + 1)) {
      boolean quoted = COMMAND.matcher(hint.substring(at)).matches();
      Oracles.hold(quoted, "not quoted for a shell: " + hint);
    }
  }
}
