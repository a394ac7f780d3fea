package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Quote;
import dev.fairlead.diagnostic.ShellWords;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveVolume;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Commands for kubectl, quoted for a shell. Names and uids are those of the dump. */
final class Kubectl {
  private Kubectl() {}

  /** Keeps the disk of a volume when its claim is deleted. */
  static String retain(String volume) {
    return patch(volume, "{\"spec\":{\"persistentVolumeReclaimPolicy\":\"Retain\"}}");
  }

  /** Reserves a volume for a claim, if it has no claimRef. Class and selector don't count then. */
  static String reserve(LiveVolume volume, ClaimRef claim) {
    String ref =
        "{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"namespace\":"
            + json(claim.namespace())
            + ",\"name\":"
            + json(claim.name())
            + "}";
    return jsonPatch(volume, List.of(operation("test", "", "null"), operation("add", "", ref)));
  }

  /** Adds the namespace that a claimRef lacks. */
  static String addNamespace(LiveVolume volume, String namespace) {
    String name = volume.claimRefFields().stringOr("name", "");
    return jsonPatch(
        volume,
        List.of(
            operation("test", "/name", json(name)),
            operation("add", "/namespace", json(namespace))));
  }

  /** Reserves a volume for the claim of the same name in another namespace. */
  static String moveReservation(LiveVolume volume, String namespace) {
    String before = volume.claimRefFields().stringOr("namespace", "");
    return jsonPatch(
        volume,
        List.of(
            operation("test", "/uid", "null"),
            operation("test", "/namespace", json(before)),
            operation("replace", "/namespace", json(namespace))));
  }

  /**
   * Makes a Released volume Available for the next claim of the same name: removes the uid of the
   * earlier claim, and nothing else. Fails if the volume has another uid by now.
   */
  static String release(LiveVolume volume) {
    Mapping ref = volume.claimRefFields();
    List<String> operations = new ArrayList<>();
    operations.add(operation("test", "/uid", json(ref.stringOr("uid", ""))));
    for (String field : List.of("uid", "resourceVersion")) {
      if (ref.has(field)) {
        operations.add("{\"op\":\"remove\",\"path\":\"/spec/claimRef/" + field + "\"}");
      }
    }
    return jsonPatch(volume, operations);
  }

  /** Forgets that a claim was bound, so that the binder looks at it again. */
  static String unbind(LiveClaim claim) {
    return command(
        "annotate",
        "pvc",
        claim.name(),
        "-n",
        claim.ref().namespace(),
        LiveClaim.BIND_COMPLETED + "-");
  }

  /** Gives a claim without volumeName that of a volume. */
  static String name(LiveClaim claim, LiveVolume volume) {
    return command(
        "patch",
        "pvc",
        claim.name(),
        "-n",
        claim.ref().namespace(),
        "-p",
        "{\"spec\":{\"volumeName\":" + json(volume.name()) + "}}");
  }

  /** Shows an object of a namespace, with its events. */
  static String describe(String kind, ClaimRef name) {
    return command("describe", kind, name.name(), "-n", name.namespace());
  }

  /** The same for a pod or a controller. */
  static String describe(String kind, LiveWorkload workload) {
    return describe(kind, new ClaimRef(workload.claimNamespace(), workload.name()));
  }

  /** Shows volumes, with their events. */
  static String describeVolumes(String... names) {
    List<String> words = new ArrayList<>(List.of("describe", "pv"));
    words.addAll(Arrays.asList(names));
    return command(words.toArray(String[]::new));
  }

  /** Deletes a claim that is Pending, and so has no data; fails if it is bound by now. */
  static String deletePending(ClaimRef claim) {
    return command(
            "wait",
            "pvc/" + claim.name(),
            "-n",
            claim.namespace(),
            "--for=jsonpath={.status.phase}=Pending",
            "--timeout=1s")
        + " && "
        + command("delete", "pvc", claim.name(), "-n", claim.namespace());
  }

  /** Deletes a volume that no claim has, and keeps its disk; fails if it has a claim by now. */
  static String deleteAvailable(LiveVolume volume) {
    String delete =
        command(
                "wait",
                "pv/" + volume.name(),
                "--for=jsonpath={.status.phase}=Available",
                "--timeout=1s")
            + " && "
            + command("delete", "pv", volume.name());
    return volume.reclaimPolicy().equals("Retain")
        ? delete
        : retain(volume.name()) + " && " + delete;
  }

  private static String patch(String volume, String patch) {
    return command("patch", "pv", volume, "-p", patch);
  }

  /** A volume that is not retained is retained first: it is about to get a claim. */
  private static String jsonPatch(LiveVolume volume, List<String> operations) {
    String list = "[" + String.join(",", operations) + "]";
    String patch = command("patch", "pv", volume.name(), "--type=json", "-p", list);
    return volume.reclaimPolicy().equals("Retain") ? patch : retain(volume.name()) + " && " + patch;
  }

  private static String operation(String name, String field, String value) {
    return message(
        "{\"op\":\"{}\",\"path\":\"/spec/claimRef{}\",\"value\":{}}",
        plain(name),
        plain(field),
        plain(value));
  }

  private static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** A command on one line. Names have no character that this changes. */
  static String command(String... words) {
    List<String> all = new ArrayList<>(List.of("kubectl"));
    all.addAll(Arrays.asList(words));
    return Quote.visible(ShellWords.join(all));
  }
}
