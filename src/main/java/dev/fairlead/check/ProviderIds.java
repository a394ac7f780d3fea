package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IDs that do not have the usual form of their provider, most likely because of a typo. The forms
 * follow the naming rules of the providers. These are warnings, because examples and tests use
 * made-up IDs.
 */
final class ProviderIds extends Rule {
  private record Form(Pattern pattern, String shown) {}

  private static final String EBS = "vol-([0-9a-f]{8}|[0-9a-f]{17})";
  private static final String EBS_SHOWN = "vol- and 8 or 17 hexadecimal digits";
  private static final Form AZURE =
      form(
          "(?i)/subscriptions/[^/]+/resourcegroups/[^/]+/providers/Microsoft\\.Compute/disks/[^/]+",
          "/subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.Compute/disks/<name>");

  /** The forms by source or CSI driver. */
  private static final Map<String, Form> FORMS =
      Map.of(
          "awsElasticBlockStore",
          form("(aws://.*/)?" + EBS, EBS_SHOWN),
          "ebs.csi.aws.com",
          form(EBS, EBS_SHOWN),
          "azureDisk",
          AZURE,
          "disk.csi.azure.com",
          AZURE,
          "gcePersistentDisk",
          form(
              "[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
              "at most 63 lower-case letters, digits and \"-\", beginning with a letter"),
          "efs.csi.aws.com",
          form("fs-([0-9a-f]{8}|[0-9a-f]{17})(:.*)?", "fs- and 8 or 17 hexadecimal digits"),
          "vsphereVolume",
          form("\\[[^]]+] .+", "[<datastore>] <path>"));

  private static Form form(String regex, String shown) {
    return new Form(Pattern.compile(regex, Pattern.DOTALL), shown);
  }

  @Override
  void checkVolume(Volume volume, Findings findings) {
    VolumeSource source = volume.source().value();
    Form form = FORMS.get(source.isCsi() ? source.driver() : source.type().toString());
    if (form == null) {
      return;
    }
    String field = source.type().handleField().orElseThrow();
    Optional<String> id = source.fields().text(field);
    if (id.isPresent() && !form.pattern().matcher(id.get()).matches()) {
      // VolumeHandles has reported handles that the driver can't parse.
      findings.warnUnlessReported(
          Code.UNUSUAL_ID,
          List.of(volume),
          source.fields().spanOf(field),
          message(
              "{} of volume {} is {}, which does not look like an ID of its provider: {}",
              plain(field),
              volume.name(),
              id.get(),
              plain(form.shown())),
          "compare it with what the provider shows");
    }
  }
}
