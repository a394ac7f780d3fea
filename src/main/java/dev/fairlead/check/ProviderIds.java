package dev.fairlead.check;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IDs that don't look like those the provider gives, which is what a typo looks like. Warnings,
 * because documentation is full of made-up IDs. Forms are those of the providers' own naming rules.
 */
final class ProviderIds implements Rule {
  private record Form(String field, Pattern pattern, String shown) {}

  private static final String EBS = "vol-([0-9a-f]{8}|[0-9a-f]{17})";
  private static final String EBS_SHOWN = "vol- and 8 or 17 hexadecimal digits";
  private static final String AZURE =
      "(?i)/subscriptions/[^/]+/resourcegroups/[^/]+/providers/Microsoft\\.Compute/disks/[^/]+";
  private static final String AZURE_SHOWN =
      "/subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.Compute/disks/<name>";

  /** By source, or by driver. */
  private static final Map<String, Form> FORMS =
      Map.of(
          "awsElasticBlockStore",
          form("volumeID", "(aws://.*/)?" + EBS, EBS_SHOWN),
          "ebs.csi.aws.com",
          form("volumeHandle", EBS, EBS_SHOWN),
          "azureDisk",
          form("diskURI", AZURE, AZURE_SHOWN),
          "disk.csi.azure.com",
          form("volumeHandle", AZURE, AZURE_SHOWN),
          "gcePersistentDisk",
          form(
              "pdName",
              "[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
              "at most 63 lower-case letters, digits and \"-\", beginning with a letter"),
          "efs.csi.aws.com",
          form(
              "volumeHandle",
              "fs-([0-9a-f]{8}|[0-9a-f]{17})(:.*)?",
              "fs- and 8 or 17 hexadecimal digits"),
          "vsphereVolume",
          form("volumePath", "\\[[^]]+] .+", "[<datastore>] <path>"));

  private static Form form(String field, String regex, String shown) {
    return new Form(field, Pattern.compile(regex, Pattern.DOTALL), shown);
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      VolumeSource source = volume.source().value();
      String driver = source.isCsi() ? source.fields().text("driver").orElse("") : source.type();
      Form form = FORMS.get(driver);
      if (form != null) {
        check(form, volume, findings);
      }
    }
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
