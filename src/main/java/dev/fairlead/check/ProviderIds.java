package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.driver.HandleForm;
import dev.fairlead.model.Volume;
import java.util.List;
import java.util.Optional;

/**
 * IDs that do not have the usual form of their provider, most likely because of a typo. The forms
 * are in the catalogue of drivers. These are warnings, because examples and tests use made-up IDs.
 */
final class ProviderIds extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    Optional<HandleForm> form = findings.drivers().form(volume);
    Optional<String> id = KnownDrivers.handle(volume);
    if (form.isPresent() && id.isPresent() && !form.get().isUsual(id.get())) {
      String field = volume.source().value().type().handleField().orElseThrow();
      // VolumeHandles has reported handles that the driver can't parse.
      findings.warnUnlessReported(
          Code.UNUSUAL_ID,
          List.of(volume),
          volume.source().value().fields().spanOf(field),
          message(
              "{} of volume {} is {}, which does not look like an ID of its provider: {}",
              plain(field),
              volume.name(),
              id.get(),
              plain(form.get().form())),
          "compare it with what the provider shows");
    }
  }
}
