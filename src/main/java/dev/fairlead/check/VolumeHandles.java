package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Mapping;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Handles that their driver can't parse. Volume and claim bind, but no pod that mounts them starts.
 * The forms follow the parsers of the drivers.
 */
final class VolumeHandles extends Rule {
  private static final Pattern EBS_ID = Pattern.compile("(?!aws:).*|aws://[^/]*/vol-[^/]*");
  private static final Pattern GCE =
      Pattern.compile("projects/[^/]+/(zones|regions)/[^/]+/disks/[^/]+");
  private static final Pattern EFS = Pattern.compile("fs-[^:]+(:[^:]*(:[^:]*)?)?");

  @Override
  void checkVolume(Volume volume, Findings findings) {
    VolumeSource source = volume.source().value();
    if (source.type() == SourceType.AWS_ELASTIC_BLOCK_STORE) {
      form(volume, EBS_ID, "vol-<id> and aws://<zone>/vol-<id>", findings);
    }
    switch (source.driver()) {
      case "pd.csi.storage.gke.io" ->
          form(
              volume,
              GCE,
              "projects/<project>/zones/<zone>/disks/<name>, or regions/<region> instead of"
                  + " zones/<zone>",
              findings);
      case "efs.csi.aws.com" -> form(volume, EFS, "fs-<id>[:<path>[:fsap-<id>]]", findings);
      default -> {}
    }
  }

  private static void form(Volume volume, Pattern form, String accepted, Findings findings) {
    Mapping fields = volume.source().value().fields();
    String field = volume.source().value().type().handleField().orElseThrow();
    Optional<String> handle = fields.text(field);
    if (handle.isPresent() && !form.matcher(handle.get()).matches()) {
      findings.add(
          Code.VOLUME_HANDLE,
          fields.spanOf(field),
          message(
              "{} of volume {} is {}, which its driver can't parse; accepted: {}",
              plain(field),
              volume.name(),
              handle.get(),
              plain(accepted)),
          "copy it from what the provider shows");
    }
  }
}
