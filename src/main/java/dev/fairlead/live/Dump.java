package dev.fairlead.live;

import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kubectl printed of a cluster. What it doesn't hold is unknown, not absent: see {@link
 * #knows(LiveKind)}. All lists are in the order of the dump, and each object is in them once.
 */
public final class Dump {
  private final DumpKnowledge knowledge;
  private final Map<String, Integer> others;
  private final List<LiveVolume> volumes = new ArrayList<>();
  private final List<LiveClaim> claims = new ArrayList<>();
  private final List<LiveWorkload> workloads = new ArrayList<>();
  private final List<LiveClass> classes = new ArrayList<>();
  private final List<LiveNode> nodes = new ArrayList<>();
  private final List<LiveAttachment> attachments = new ArrayList<>();
  private final Map<LiveKind, List<LiveObject>> objects = new HashMap<>();
  private final Map<String, LiveVolume> volumesByName = new HashMap<>();
  private final Map<ClaimRef, LiveClaim> claimsByRef = new HashMap<>();
  private final Map<String, LiveClass> classesByName = new HashMap<>();
  private final Map<String, LiveWorkload> workloadsByName = new HashMap<>();
  private final Users users;

  /** A dump of these objects, which are all different. {@code others} counts other kinds. */
  Dump(List<Live> all, DumpKnowledge knowledge, Map<String, Integer> others) {
    this.knowledge = knowledge;
    this.others = Collections.unmodifiableMap(others);
    for (Live live : all) {
      if (live instanceof LiveVolume volume) {
        volumes.add(volume);
        volumesByName.put(volume.name(), volume);
      } else if (live instanceof LiveClaim claim) {
        claims.add(claim);
        claimsByRef.put(claim.ref(), claim);
      } else if (live instanceof LiveWorkload workload) {
        workloads.add(workload);
        workloadsByName.put(
            key(workload.kindName(), workload.claimNamespace(), workload.name()), workload);
      } else if (live instanceof LiveClass storageClass) {
        classes.add(storageClass);
        classesByName.put(storageClass.name(), storageClass);
      } else if (live instanceof LiveNode node) {
        nodes.add(node);
      } else if (live instanceof LiveAttachment attachment) {
        attachments.add(attachment);
      } else if (live instanceof LiveObject object) {
        LiveKind kind = LiveKind.ofObject(object.apiVersion(), object.kindName()).orElseThrow();
        objects.computeIfAbsent(kind, absent -> new ArrayList<>()).add(object);
      }
    }
    this.users = new Users(workloads);
  }

  private static String key(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }

  /** Whether a name of this kind that is not in the dump is not in the cluster either. */
  public boolean knows(LiveKind kind) {
    return knowledge.of(kind);
  }

  /** The same for a name in a namespace: a dump may be of one namespace only. */
  public boolean knows(LiveKind kind, String namespace) {
    return knowledge.of(kind, namespace);
  }

  /** The volumes. */
  public List<LiveVolume> volumes() {
    return volumes;
  }

  /** The volume with this name, if it is in the dump. */
  public Optional<LiveVolume> volume(String name) {
    return Optional.ofNullable(volumesByName.get(name));
  }

  /** The claims. */
  public List<LiveClaim> claims() {
    return claims;
  }

  /** The claim with this namespace and name, if it is in the dump. */
  public Optional<LiveClaim> claim(ClaimRef ref) {
    return Optional.ofNullable(claimsByRef.get(ref));
  }

  /** Pods and controllers of pods. */
  public List<LiveWorkload> workloads() {
    return workloads;
  }

  /** The Pod or controller, if it is in the dump. */
  public Optional<LiveWorkload> workload(String kind, String namespace, String name) {
    return Optional.ofNullable(workloadsByName.get(key(kind, namespace, name)));
  }

  /** All that mount a claim, or make pods that mount it. */
  public List<LiveWorkload> users(ClaimRef claim) {
    return users.of(claim);
  }

  /** The Pods that mount a claim, even those that have ended. */
  public List<LiveWorkload> pods(ClaimRef claim) {
    List<LiveWorkload> pods = new ArrayList<>();
    for (LiveWorkload user : users.of(claim)) {
      if (user.isPod()) {
        pods.add(user);
      }
    }
    return pods;
  }

  /** The StatefulSets whose claim templates make this claim. */
  public List<LiveWorkload> makers(ClaimRef claim) {
    return users.makers(claim);
  }

  /** The controller of a Pod or of another controller, if it is in the dump. */
  public Optional<LiveWorkload> controller(LiveWorkload workload) {
    Optional<OwnerRef> owner = workload.controller();
    return owner.isEmpty()
        ? Optional.empty()
        : workload(owner.get().kind(), workload.claimNamespace(), owner.get().name());
  }

  /** The controller of its controller and so on, as far as the dump has them; else itself. */
  public LiveWorkload root(LiveWorkload workload) {
    LiveWorkload root = workload;
    // An owner is never owned by what it owns, but a dump may be written by hand.
    for (int i = 0; i < workloads.size(); i++) {
      Optional<LiveWorkload> above = controller(root);
      if (above.isEmpty()) {
        return root;
      }
      root = above.get();
    }
    return root;
  }

  /** The classes. */
  public List<LiveClass> classes() {
    return classes;
  }

  /** The class with this name, if it is in the dump. */
  public Optional<LiveClass> storageClass(String name) {
    return Optional.ofNullable(classesByName.get(name));
  }

  /** The nodes. */
  public List<LiveNode> nodes() {
    return nodes;
  }

  /** The attachments of disks to nodes. */
  public List<LiveAttachment> attachments() {
    return attachments;
  }

  /** The objects of a kind of which nothing more is read, see {@link LiveObject}. */
  public List<LiveObject> objects(LiveKind kind) {
    return objects.getOrDefault(kind, List.of());
  }

  /** How many objects of other kinds it has, by kind in the order of the alphabet. */
  public Map<String, Integer> others() {
    return others;
  }
}
