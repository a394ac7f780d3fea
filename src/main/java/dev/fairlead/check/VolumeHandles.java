package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Tree;
import dev.fairlead.model.Volume;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Handles that their driver can't parse: the pair binds, and no pod with it ever starts. Forms are
 * those of the drivers' own parsers.
 */
final class VolumeHandles implements Rule {
  private static final Pattern EBS_ID = Pattern.compile("(?!aws:).*|aws://[^/]*/vol-[^/]*");
  private static final Pattern GCE =
      Pattern.compile("projects/[^/]+/(zones|regions)/[^/]+/disks/[^/]+");
  private static final Pattern EFS = Pattern.compile("fs-[^:]+(:[^:]*(:[^:]*)?)?");

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      switch (volume.source().value().type()) {
        case "awsElasticBlockStore" ->
            form(volume, "volumeID", EBS_ID, "vol-<id> and aws://<zone>/vol-<id>", findings);
        case "csi" -> csi(volume, findings);
        default -> {}
      }
    }
  }

  private static void csi(Volume volume, Findings findings) {
    switch (volume.source().value().fields().text("driver").orElse("")) {
      case "pd.csi.storage.gke.io" ->
          form(
              volume,
              "volumeHandle",
              GCE,
              "projects/<project>/zones/<zone>/disks/<name>, or regions/<region> instead of zones/<zone>",
              findings);
      case "efs.csi.aws.com" ->
          form(volume, "volumeHandle", EFS, "fs-<id>[:<path>[:fsap-<id>]]", findings);
      default -> {}
    }
  }

  private static void form(
      Volume volume, String field, Pattern form, String accepted, Findings findings) {
    Tree.Mapping fields = volume.source().value().fields();
    Optional<String> handle = fields.text(field);
    if (handle.isPresent() && !form.matcher(handle.get()).matches()) {
      Span span = fields.spanOf(field);
      findings.add(
          Code.VOLUME_HANDLE,
          span,
          field
              + " of volume "
              + quote(volume.name())
              + " is "
              + quote(handle.get())
              + ", which its driver can't parse; accepted: "
              + accepted,
          "copy it from what the provider shows");
    }
  }
}
