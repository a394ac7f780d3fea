package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.live.LiveAttachment;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Volumes and claims that somebody has deleted, and what holds them. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#storage-object-in-use-protection">Storage
 * object in use protection</a>.
 */
final class Deletions implements Examination {
  private static final String CLAIM_PROTECTION = "kubernetes.io/pvc-protection";
  private static final String VOLUME_PROTECTION = "kubernetes.io/pv-protection";
  private static final int MOST_SHOWN = 5;

  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveClaim claim : dump.claims()) {
      if (claim.isTerminating()) {
        claim(claim, dump, findings);
      }
    }
    for (LiveVolume volume : dump.volumes()) {
      if (volume.isTerminating()) {
        volume(volume, dump, findings);
      }
    }
  }

  private static void claim(LiveClaim claim, Dump dump, Findings findings) {
    List<String> pods = new ArrayList<>();
    for (LiveWorkload pod : dump.pods(claim.ref())) {
      // Before it has a node, a pod does not hold its claim. After it has ended, it does.
      if (!pod.nodeName().isEmpty()) {
        pods.add(pod.name());
      }
    }
    boolean protectedByPods = claim.finalizers().contains(CLAIM_PROTECTION);
    String holders =
        !protectedByPods
            ? ""
            : !pods.isEmpty()
                ? message(", because of pods {}{}", few(pods), plain(rest(pods)))
                : dump.knows(LiveKind.POD, claim.ref().namespace())
                    ? ", though no pod here mounts it"
                    : ", until no pod mounts it";
    String policy = dump.volume(claim.volumeName()).map(LiveVolume::reclaimPolicy).orElse("");
    boolean atRisk = !claim.volumeName().isEmpty() && !policy.equals("Retain");
    String look =
        pods.isEmpty()
            ? Kubectl.describe("pvc", claim.ref())
            : "kubectl get pods -n " + claim.ref().namespace() + " " + String.join(" ", few(pods));
    add(
        "claim",
        claim,
        claim.ref().toString(),
        holders + (policy.equals("Delete") ? "; then its disk is deleted, too" : ""),
        (atRisk && dump.volume(claim.volumeName()).isPresent()
                ? "to keep the disk: " + Kubectl.retain(claim.volumeName()) + "; "
                : "")
            + "a deletion can't be undone; see what holds it: "
            + look,
        findings);
  }

  private static void volume(LiveVolume volume, Dump dump, Findings findings) {
    String holders = "";
    Optional<ClaimRef> ref = volume.claimRef();
    if (volume.finalizers().contains(VOLUME_PROTECTION)
        && ref.isPresent()
        && volume.phase().equals("Bound")) {
      holders = message(", because claim {} is bound to it", ref.get().toString());
    }
    List<String> nodes = new ArrayList<>();
    for (LiveAttachment attachment : dump.attachments()) {
      if (attachment.volumeName().equals(volume.name())) {
        nodes.add(attachment.nodeName());
      }
    }
    if (!nodes.isEmpty()) {
      holders += message("; it is attached to {}", nodes);
    }
    boolean atRisk = !volume.reclaimPolicy().equals("Retain");
    add(
        "volume",
        volume,
        volume.name(),
        holders,
        (atRisk ? "to keep the disk: " + Kubectl.retain(volume.name()) + "; " : "")
            + "a deletion can't be undone; see what holds it: "
            + Kubectl.describeVolumes(volume.name()),
        findings);
  }

  private static void add(
      String kind, Live live, String name, String holders, String hint, Findings findings) {
    findings.add(
        Code.TERMINATING,
        live,
        message(
            "{} {} is being deleted since {}; {}{}",
            plain(kind),
            name,
            plain(live.deleted()),
            plain(
                live.finalizers().isEmpty()
                    ? "no finalizer holds it"
                    : message("{} holds it", live.finalizers())),
            plain(holders)),
        hint);
  }

  private static List<String> few(List<String> names) {
    return names.subList(0, Math.min(MOST_SHOWN, names.size()));
  }

  private static String rest(List<String> names) {
    return names.size() > MOST_SHOWN ? " and " + (names.size() - MOST_SHOWN) + " more" : "";
  }
}
