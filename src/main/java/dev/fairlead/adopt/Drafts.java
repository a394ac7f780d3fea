package dev.fairlead.adopt;

import dev.fairlead.adopt.SetClaims.OfTemplate;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Tree;
import dev.fairlead.write.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Sorts volumes, claims and workloads into documents, one for each namespace. */
final class Drafts {
  /** The document of volumes that no claim is meant for. */
  static final String UNCLAIMED = "unclaimed";

  private final ImportOptions options;
  private final Contents contents;
  private final Concessions concessions;
  private final boolean csiMigration;
  private final Pairs pairs;
  private final Set<Found> ofSets = new HashSet<>();
  private final FieldOrders orders = new FieldOrders();
  private final TreeMap<String, Draft> drafts = new TreeMap<>();
  private Draft unclaimed = new Draft(UNCLAIMED, false);

  /** Documents for these objects. With {@code csiMigration}, in-tree sources are translated. */
  Drafts(Contents contents, ImportOptions options, Concessions concessions, boolean csiMigration) {
    this.options = options;
    this.contents = contents;
    this.concessions = concessions;
    this.csiMigration = csiMigration;
    this.pairs = new Pairs(contents.volumes(), contents.claims());
  }

  /** The documents, sorted by name. */
  List<Draft> sorted() {
    options.namespace().ifPresent(namespace -> unclaimed = ofNamespace(namespace));
    Mountables mountables = new Mountables(contents.volumes(), contents.claims(), pairs);
    for (Found workload : contents.workloads()) {
      addWorkload(workload, mountables);
    }
    for (Found volume : contents.volumes()) {
      addVolume(volume);
    }
    for (Found claim : contents.claims()) {
      Optional<Found> volume = pairs.volumeOf(claim);
      boolean reserved = volume.isPresent() && ReservedClaim.suits(volume.get(), claim);
      if (!reserved && !ofSets.contains(claim)) {
        Draft draft = ofNamespace(claim.namespace());
        draft.addClaim(new Draft.Item(ClaimEntry.of(claim, volume), List.of(claim), claim));
      }
    }
    return all();
  }

  private void addWorkload(Found workload, Mountables mountables) {
    WorkloadKind kind = WorkloadKind.ofSpec(workload.kind()).orElseThrow();
    boolean whole = options.workloads() == ImportOptions.Workloads.WHOLE;
    boolean mounted = options.workloads() != ImportOptions.Workloads.NONE;
    Map<String, OfTemplate> sets = new LinkedHashMap<>();
    if (kind == WorkloadKind.STATEFUL_SET && !concessions.withoutEach().contains(workload)) {
      sets.putAll(SetClaims.of(workload, pairs, whole, mounted));
    }
    Map<String, Tree> lists = new HashMap<>();
    MappingBuilder each = new MappingBuilder();
    List<Found> claims = new ArrayList<>();
    for (OfTemplate set : sets.values()) {
      lists.put(set.template(), set.names());
      each.put(set.template(), set.names());
      claims.addAll(set.claims());
    }
    PodMounts mounts =
        new PodMounts(
            WorkloadEntry.podSpec(workload, kind),
            workload.namespace(),
            mountables,
            whole ? lists : Map.of());
    boolean any = mounted && mounts.mountsAny();
    if (!any && claims.isEmpty()) {
      return;
    }
    ofSets.addAll(claims);
    List<Found> origins = new ArrayList<>(claims);
    Entry entry;
    if (whole) {
      origins.add(0, workload);
      entry = WorkloadEntry.whole(workload, kind, mounts, lists.keySet());
    } else {
      entry =
          WorkloadEntry.existing(
              workload,
              kind,
              any ? Optional.of(mounts) : Optional.empty(),
              each.build(workload.place()));
    }
    ofNamespace(workload.namespace()).addWorkload(new Draft.Item(entry, origins, workload));
  }

  private void addVolume(Found volume) {
    Optional<Found> claim = pairs.claimOf(volume);
    boolean ofSet = claim.isPresent() && ofSets.contains(claim.get());
    boolean reserved = claim.isPresent() && !ofSet && ReservedClaim.suits(volume, claim.get());
    // A claim that names the volume may have a selector that has to be compared with it.
    Optional<String> namespace =
        Pairs.claimRef(volume)
            .map(ClaimRef::namespace)
            .or(() -> pairs.namedBy(volume).map(Found::namespace));
    Draft draft = namespace.isPresent() ? ofNamespace(namespace.get()) : unclaimed;
    List<Found> origins = new ArrayList<>(List.of(volume));
    if (reserved) {
      origins.add(claim.get());
    }
    Entry entry =
        VolumeEntry.of(
            volume,
            reserved ? claim : Optional.empty(),
            claim.isPresent() && !reserved,
            draft.name(),
            csiMigration && !concessions.inTree().contains(volume),
            orders);
    draft.addVolume(new Draft.Item(entry, origins, volume));
  }

  private Draft ofNamespace(String namespace) {
    return drafts.computeIfAbsent(namespace, name -> new Draft(name, true));
  }

  private List<Draft> all() {
    List<Draft> all = new ArrayList<>(drafts.values());
    if (!all.contains(unclaimed)) {
      int at = 0;
      while (at < all.size() && all.get(at).name().compareTo(UNCLAIMED) < 0) {
        at++;
      }
      all.add(at, unclaimed);
    }
    all.removeIf(Draft::isEmpty);
    return all;
  }
}
