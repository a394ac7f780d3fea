package dev.fairlead.csi;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Translated;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the csi source of a volume from its in-tree source. */
final class CsiSource {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_SUBDOMAIN = 253;

  private final Volume volume;
  private final SourceType type;
  private final Mapping in;
  private final Span span;
  private final Diagnostics diagnostics;
  private final MappingBuilder csi = new MappingBuilder();
  private final MappingBuilder attributes = new MappingBuilder();
  private final List<Translated> warnings = new ArrayList<>();

  CsiSource(Volume volume, Diagnostics diagnostics) {
    this.volume = volume;
    this.type = volume.source().value().type();
    this.in = volume.source().value().fields();
    this.span = volume.source().span();
    this.diagnostics = diagnostics;
  }

  /** Copies a field, if it is set. */
  void copy(String field) {
    in.get(field).ifPresent(value -> csi.put(field, value));
  }

  /** Copies {@code readOnly}, if it is true. */
  void copyReadOnly() {
    if (in.isTrue("readOnly")) {
      copy("readOnly");
    }
  }

  void attribute(String name, String value) {
    attributes.put(name, value, span);
  }

  /**
   * Sets fields to the name and namespace of a Secret. The in-tree sources take any text, but the
   * API server holds a csi source to <a
   * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">names</a>.
   */
  void secretRefs(List<String> fields, Located<String> name, Located<String> namespace) {
    check("name", SUBDOMAIN, LONGEST_SUBDOMAIN, name);
    check("namespace", LABEL, LONGEST_LABEL, namespace);
    for (String field : fields) {
      csi.put(
          field,
          new MappingBuilder()
              .put("name", name.value(), span)
              .put("namespace", namespace.value(), span)
              .build(span));
    }
  }

  private void check(String what, String pattern, int longest, Located<String> text) {
    String value = text.value();
    if (!value.isEmpty() && (value.length() > longest || !value.matches(pattern))) {
      diagnostics.addUnlessReported(
          Diagnostic.of(
                  Code.CSI_TRANSLATION,
                  text.span(),
                  message(
                      "the {} of the Secret of volume {} is {}, which the API server rejects in a"
                          + " csi source",
                      plain(what),
                      volume.name(),
                      value))
              .withHint(
                  "correct it: lower-case letters, digits and \"-\", as in the Secret itself"));
    }
  }

  /** The volume with this source and the driver's handle of the disk. */
  Volume result(String handle, Optional<Mapping> affinity) {
    csi.put("driver", type.csiDriver().orElseThrow(), span);
    csi.put("volumeHandle", handle, span);
    Mapping written = attributes.build(span);
    if (!written.isEmpty()) {
      csi.put("volumeAttributes", written);
    }
    VolumeSource source = new VolumeSource(SourceType.CSI, csi.build(span));
    return volume.translated(new Located<>(source, span), affinity, warnings);
  }

  void warn(Code code, Span place, String message, String hint) {
    warnings.add(new Translated(code, place, message, hint));
  }

  /** Warns about a field that the csi source can't express. */
  void lost(String field, String hint) {
    String problem = "is lost in the translation to CSI";
    warn(Code.LOST_IN_TRANSLATION, place(field), about(field, problem), hint);
  }

  /** Reports a field that can't be translated. */
  void fail(String field, String problem) {
    diagnostics.add(Code.CSI_TRANSLATION, place(field), about(field, problem));
  }

  private Span place(String field) {
    return in.get(field).map(Tree::span).orElse(span);
  }

  private String about(String field, String problem) {
    return message("{}.{} of volume {} {}", type, plain(field), volume.name(), plain(problem));
  }
}
