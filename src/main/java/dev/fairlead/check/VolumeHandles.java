package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.driver.HandleForm;
import dev.fairlead.model.Volume;
import java.util.Optional;

/**
 * Handles that their driver can't parse. Volume and claim bind, but no pod that mounts them starts.
 * The catalogue of drivers has what the newest release of each driver takes.
 */
final class VolumeHandles extends Rule {
  @Override
  void checkVolume(Volume volume, Findings findings) {
    Optional<HandleForm> form = findings.drivers().form(volume);
    Optional<String> handle = KnownDrivers.handle(volume);
    if (form.isPresent() && handle.isPresent() && !form.get().accepts(handle.get())) {
      String field = volume.source().value().type().handleField().orElseThrow();
      findings.add(
          Code.VOLUME_HANDLE,
          volume.source().value().fields().spanOf(field),
          message(
              "{} of volume {} is {}, which its driver can't parse; accepted: {}",
              plain(field),
              volume.name(),
              handle.get(),
              plain(form.get().acceptedForm())),
          "copy it from what the provider shows");
    }
  }
}
