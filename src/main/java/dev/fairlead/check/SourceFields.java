package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.ReclaimPolicy;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fields of a source that hang together, where the API server rejects a volume if they don't. See
 * <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>.
 */
final class SourceFields implements Rule {
  private static final int LONGEST_ISCSI_NAME = 223;
  private static final Pattern ISCSI_NAME =
      Pattern.compile(
          "iqn\\.[0-9]{4}-[0-9]{2}\\.[A-Za-z0-9]+([-.][A-Za-z0-9]+)*:[^,;*&$|\\s]+"
              + "|eui\\.[A-Za-z0-9]{16}|naa\\.[A-Za-z0-9]{32}");

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      Tree.Mapping fields = volume.source().value().fields();
      switch (volume.source().value().type()) {
        case "iscsi" -> iscsi(volume, fields, findings);
        case "azureDisk" -> azureDisk(volume, fields, findings);
        case "fc" -> fc(volume, fields, findings);
        case "hostPath", "local" -> path(volume, fields, findings);
        default -> {}
      }
    }
  }

  private static void iscsi(Volume volume, Tree.Mapping fields, Findings findings) {
    for (String key : new String[] {"iqn", "initiatorName"}) {
      Optional<String> name = fields.text(key);
      if (name.isPresent() && !isIscsiName(name.get())) {
        reject(
            findings,
            fields.spanOf(key),
            "iscsi."
                + key
                + " is "
                + quote(name.get())
                + "; accepted are iqn.<year>-<month>.<domain>:<suffix>, eui.<16 digits> and"
                + " naa.<32 digits>",
            "write it as the " + (key.equals("iqn") ? "target" : "initiator") + " shows it");
      }
    }
    boolean chap = fields.isTrue("chapAuthDiscovery") || fields.isTrue("chapAuthSession");
    if (chap && fields.get("secretRef").isEmpty()) {
      reject(
          findings,
          volume.source().span(),
          "iscsi authenticates by CHAP but has no secretRef",
          "write secretRef: {name: <secret>}");
    }
    int length = volume.name().length() + 1 + fields.text("targetPortal").orElse("").length();
    if (fields.get("initiatorName").isPresent() && length > 64) {
      reject(
          findings,
          fields.spanOf("initiatorName"),
          "with an initiatorName, the volume's name and targetPortal together have at most 63"
              + " characters; these have "
              + (length - 1),
          "shorten the volume's name, or leave initiatorName out");
    }
  }

  /**
   * Names have at most 223 characters; the matcher would need a deep stack for much longer ones.
   */
  private static boolean isIscsiName(String name) {
    return name.length() <= LONGEST_ISCSI_NAME && ISCSI_NAME.matcher(name).matches();
  }

  private static boolean isRoot(String path) {
    return Arrays.stream(path.split("/")).allMatch(part -> part.isEmpty() || part.equals("."));
  }

  private static void azureDisk(Volume volume, Tree.Mapping fields, Findings findings) {
    boolean managed = fields.text("kind").orElse("").equals("Managed");
    boolean resource = fields.text("diskURI").orElse("").startsWith("/subscriptions/");
    if (!managed || !resource) {
      reject(
          findings,
          volume.source().span(),
          "azureDisk of volume "
              + quote(volume.name())
              + " is not of kind Managed with a diskURI that begins with /subscriptions/: nothing"
              + " mounts other disks any more",
          "write kind: Managed, and as diskURI the resource ID that Azure shows");
    }
  }

  private static void fc(Volume volume, Tree.Mapping fields, Findings findings) {
    boolean targets = !fields.list("targetWWNs").isEmpty();
    boolean wwids = !fields.list("wwids").isEmpty();
    if (targets == wwids) {
      reject(
          findings,
          volume.source().span(),
          "fc has exactly one of targetWWNs (with lun) and wwids",
          targets ? "keep one of them" : "write wwids: [...], or targetWWNs: [...] and lun");
    } else if (targets && fields.get("lun").isEmpty()) {
      reject(
          findings,
          volume.source().span(),
          "fc.targetWWNs needs a lun",
          "write the logical unit number, as in lun: 0");
    }
  }

  private static void path(Volume volume, Tree.Mapping fields, Findings findings) {
    String path = fields.text("path").orElse("");
    String type = volume.source().value().type();
    if (("/" + path + "/").contains("/../")) {
      reject(
          findings,
          fields.spanOf("path"),
          type + ".path is " + quote(path) + "; \"..\" can't stand in it",
          "write the path that it leads to");
    }
    boolean recycle = volume.reclaimPolicy().value() == ReclaimPolicy.RECYCLE;
    if (type.equals("hostPath") && recycle && isRoot(path)) {
      reject(
          findings,
          volume.reclaimPolicy().span(),
          "the reclaim policy Recycle would wipe " + quote(path) + " of the node",
          findings.hint("leave reclaimPolicy out", "write persistentVolumeReclaimPolicy: Retain"));
    }
  }

  private static void reject(Findings findings, Span span, String message, String hint) {
    findings.add(Code.SOURCE_FIELDS, span, message, hint);
  }
}
