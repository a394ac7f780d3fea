package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Volumes whose claimRef lacks a name or namespace. The API server accepts it, and none binds. */
final class IncompleteReferences implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveVolume volume : dump.volumes()) {
      Optional<ClaimRef> ref = volume.claimRef();
      if (ref.isPresent() && !findings.isExplained(volume)) {
        if (ref.get().name().isEmpty()) {
          add(
              volume,
              "name",
              "add the name of the claim: kubectl edit pv " + volume.name(),
              findings);
        } else if (ref.get().namespace().isEmpty()) {
          add(volume, "namespace", hint(volume, ref.get().name(), dump), findings);
        }
      }
    }
  }

  private static void add(LiveVolume volume, String field, String hint, Findings findings) {
    findings.add(
        Code.CLAIM_REF,
        volume,
        message(
            "claimRef of volume {} lacks the {}: no claim ever binds it",
            volume.name(),
            plain(field)),
        hint);
  }

  /** The command, if there is one claim of this name that has no volume. */
  private static String hint(LiveVolume volume, String name, Dump dump) {
    List<LiveClaim> claims = new ArrayList<>();
    for (LiveClaim claim : dump.claims()) {
      if (claim.name().equals(name) && !claim.isBound()) {
        claims.add(claim);
      }
    }
    return claims.size() == 1
        ? Kubectl.addNamespace(volume, claims.get(0).ref().namespace())
        : "see in which namespace its claim is, or create the claim: "
            + Kubectl.command("get", "pvc", "-A", "--field-selector=metadata.name=" + name);
  }
}
