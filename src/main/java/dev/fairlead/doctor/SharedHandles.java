package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Spec;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Volumes that are the same disk, by the rule for manifests. */
final class SharedHandles implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    List<Volume> volumes = new ArrayList<>();
    for (LiveVolume volume : dump.volumes()) {
      if (volume.model().isPresent() && !volume.isTerminating() && !isLeftOver(volume)) {
        volumes.add(volume.model().get());
      }
    }
    List<Claim> claims = new ArrayList<>();
    for (LiveClaim claim : dump.claims()) {
      if (claim.model().isPresent()) {
        claims.add(claim.model().get());
      }
    }
    List<Workload> workloads = new ArrayList<>();
    for (LiveWorkload workload : dump.workloads()) {
      workloads.add(workload.model());
    }
    Spec all = new Spec("", Optional.empty(), volumes, claims, workloads);
    Diagnostics shared = new Diagnostics();
    Rules.checkHandles(new Plan(List.of(all)), shared);
    for (Diagnostic finding : shared.sorted()) {
      findings.diagnostics().add(finding.withHint(hint(finding, dump)));
    }
  }

  /** Under Delete, the end of either claim is the end of the disk of both. */
  private static String hint(Diagnostic finding, Dump dump) {
    String hint = finding.hint().orElse("");
    for (LiveVolume volume : dump.volumes()) {
      if (volume.manifest().span().contains(finding.span())) {
        String look = Kubectl.describeVolumes(volume.name());
        boolean kept = volume.reclaimPolicy().equals("Retain");
        if (volume.phase().equals("Available")) {
          hint +=
              message(
                  "; no claim has {}, so to delete it, without its disk: {}",
                  volume.name(),
                  plain(Kubectl.deleteAvailable(volume)));
        } else {
          hint +=
              kept
                  ? "; see it: " + look
                  : "; to keep the disk: " + Kubectl.retain(volume.name()) + " && " + look;
        }
      }
    }
    return hint;
  }

  /** A Released volume that is retained mounts nothing and deletes nothing. */
  private static boolean isLeftOver(LiveVolume volume) {
    return volume.phase().equals("Released") && volume.reclaimPolicy().equals("Retain");
  }
}
