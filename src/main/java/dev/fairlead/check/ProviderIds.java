package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IDs that don't look like those the provider gives, which is what a typo looks like. Warnings,
 * because documentation is full of made-up IDs. Forms are those of the providers' own naming rules.
 */
final class ProviderIds implements Rule {
  private record Form(String type, String driver, String field, Pattern pattern, String shown) {}

  private static final String EBS = "vol-([0-9a-f]{8}|[0-9a-f]{17})";
  private static final String EBS_SHOWN = "vol- and 8 or 17 hexadecimal digits";
  private static final String AZURE =
      "(?i)/subscriptions/[^/]+/resourcegroups/[^/]+/providers/Microsoft\\.Compute/disks/[^/]+";
  private static final String AZURE_SHOWN =
      "/subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.Compute/disks/<name>";

  private static final List<Form> FORMS =
      List.of(
          form("awsElasticBlockStore", "", "volumeID", "(aws://.*/)?" + EBS, EBS_SHOWN),
          form("csi", "ebs.csi.aws.com", "volumeHandle", EBS, EBS_SHOWN),
          form("azureDisk", "", "diskURI", AZURE, AZURE_SHOWN),
          form("csi", "disk.csi.azure.com", "volumeHandle", AZURE, AZURE_SHOWN),
          form(
              "gcePersistentDisk",
              "",
              "pdName",
              "[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
              "at most 63 lower-case letters, digits and \"-\", beginning with a letter"),
          form(
              "csi",
              "efs.csi.aws.com",
              "volumeHandle",
              "fs-([0-9a-f]{8}|[0-9a-f]{17})(:.*)?",
              "fs- and 8 or 17 hexadecimal digits"),
          form("vsphereVolume", "", "volumePath", "\\[[^]]+] .+", "[<datastore>] <path>"));

  private static Form form(String type, String driver, String field, String regex, String shown) {
    return new Form(type, driver, field, Pattern.compile(regex, Pattern.DOTALL), shown);
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      for (Form form : FORMS) {
        if (isOf(form, volume.source().value())) {
          check(form, volume, findings);
        }
      }
    }
  }

  private static boolean isOf(Form form, VolumeSource source) {
    return form.type().equals(source.type())
        && (form.driver().isEmpty()
            || form.driver().equals(source.fields().text("driver").orElse("")));
  }

  private static void check(Form form, Volume volume, Findings findings) {
    VolumeSource source = volume.source().value();
    Optional<String> id = source.fields().text(form.field());
    boolean unusual = id.isPresent() && !form.pattern().matcher(id.get()).matches();
    // What its driver can't parse has been reported.
    if (unusual && !findings.reportedAt(source.fields().spanOf(form.field()))) {
      findings.warn(
          Code.UNUSUAL_ID,
          List.of(volume),
          source.fields().spanOf(form.field()),
          form.field()
              + " of volume "
              + quote(volume.name())
              + " is "
              + quote(id.get())
              + ", which does not look like an ID of its provider: "
              + form.shown(),
          "compare it with what the provider shows");
    }
  }
}
