package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.tree.Mapping;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fields of a source that depend on each other. The API server rejects a volume in which they don't
 * fit. See <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>.
 */
final class SourceFields extends Rule {
  private static final int MAX_ISCSI_NAME = 223;
  private static final int MAX_ISCSI_SESSION = 63;
  private static final Pattern ISCSI_NAME =
      Pattern.compile(
          "iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9]+([-.][A-Za-z0-9]+)*:[^,;*&$|\\s]+"
              + "|eui\\.[A-Za-z0-9]{16}|naa\\.[A-Za-z0-9]{32}");

  @Override
  void checkVolume(Volume volume, Findings findings) {
    Mapping fields = volume.source().value().fields();
    switch (volume.source().value().type()) {
      case ISCSI -> iscsi(volume, fields, findings);
      case AZURE_DISK -> azureDisk(volume, fields, findings);
      case FC -> fc(volume, fields, findings);
      case HOST_PATH, LOCAL -> path(volume, fields, findings);
      default -> {}
    }
  }

  private static void iscsi(Volume volume, Mapping fields, Findings findings) {
    iscsiName(fields, "iqn", "write it as the target shows it", findings);
    iscsiName(fields, "initiatorName", "write it as the initiator shows it", findings);
    boolean chap = fields.isTrue("chapAuthDiscovery") || fields.isTrue("chapAuthSession");
    if (chap && fields.get("secretRef").isEmpty()) {
      reject(
          volume.source().span(),
          "iscsi authenticates by CHAP but has no secretRef",
          "write secretRef: {name: <secret>}",
          findings);
    }
    int length = volume.name().length() + fields.text("targetPortal").orElse("").length();
    if (fields.get("initiatorName").isPresent() && length > MAX_ISCSI_SESSION) {
      reject(
          fields.spanOf("initiatorName"),
          message(
              "with an initiatorName, the volume's name and targetPortal together may have at most"
                  + " {} characters; these have {}",
              MAX_ISCSI_SESSION,
              length),
          "shorten the volume's name, or leave initiatorName out",
          findings);
    }
  }

  private static void iscsiName(Mapping fields, String key, String hint, Findings findings) {
    Optional<String> name = fields.text(key);
    if (name.isPresent() && !isIscsiName(name.get())) {
      reject(
          fields.spanOf(key),
          message(
              "iscsi.{} is {}; accepted are iqn.<year>-<month>.<domain>:<suffix>, eui.<16 digits>"
                  + " and naa.<32 digits>",
              plain(key),
              name.get()),
          hint,
          findings);
    }
  }

  /** Checks the length first, because the pattern could overflow the stack on very long names. */
  private static boolean isIscsiName(String name) {
    return name.length() <= MAX_ISCSI_NAME && ISCSI_NAME.matcher(name).matches();
  }

  private static void azureDisk(Volume volume, Mapping fields, Findings findings) {
    boolean managed = fields.text("kind").orElse("").equals("Managed");
    boolean resource = fields.text("diskURI").orElse("").startsWith("/subscriptions/");
    if (!managed || !resource) {
      reject(
          volume.source().span(),
          message(
              "azureDisk of volume {} is not of kind Managed with a diskURI that begins with"
                  + " /subscriptions/: other disks can't be mounted any more",
              volume.name()),
          "write kind: Managed, and as diskURI the resource ID that Azure shows",
          findings);
    }
  }

  private static void fc(Volume volume, Mapping fields, Findings findings) {
    boolean targets = !fields.list("targetWWNs").isEmpty();
    boolean wwids = !fields.list("wwids").isEmpty();
    if (targets == wwids) {
      reject(
          volume.source().span(),
          "fc needs exactly one of targetWWNs (with lun) and wwids",
          targets ? "keep one of them" : "write wwids: [...], or targetWWNs: [...] and lun",
          findings);
    } else if (targets && fields.get("lun").isEmpty()) {
      reject(
          volume.source().span(),
          "fc.targetWWNs needs a lun",
          "write the logical unit number, as in lun: 0",
          findings);
    }
  }

  private static void path(Volume volume, Mapping fields, Findings findings) {
    String path = fields.text("path").orElse("");
    SourceType type = volume.source().value().type();
    if (("/" + path + "/").contains("/../")) {
      reject(
          fields.spanOf("path"),
          message("{}.path is {}; \"..\" is not allowed in it", type, path),
          "write the path without \"..\"",
          findings);
    }
    boolean recycle = volume.reclaimPolicy().value() == ReclaimPolicy.RECYCLE;
    if (type == SourceType.HOST_PATH && recycle && isRoot(path)) {
      reject(
          volume.reclaimPolicy().span(),
          message("the reclaim policy Recycle would wipe {} of the node", path),
          findings.hint("leave reclaimPolicy out", "write persistentVolumeReclaimPolicy: Retain"),
          findings);
    }
  }

  private static boolean isRoot(String path) {
    return Arrays.stream(path.split("/")).allMatch(part -> part.isEmpty() || part.equals("."));
  }

  private static void reject(Span span, String message, String hint, Findings findings) {
    findings.add(Code.SOURCE_FIELDS, span, message, hint);
  }
}
