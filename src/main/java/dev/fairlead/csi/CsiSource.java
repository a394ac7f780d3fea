package dev.fairlead.csi;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
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

  /** Sets a field to the name and namespace of a Secret. */
  void secretRef(String field, String name, String namespace) {
    csi.put(
        field,
        new MappingBuilder().put("name", name, span).put("namespace", namespace, span).build(span));
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
