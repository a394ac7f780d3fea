package dev.fairlead.graph;

import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.ClaimRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the graph: which nodes there are, and what binds them. */
public final class Drawing {
  private final Objects objects;
  private final Map<String, StoredVolume> volumes = new HashMap<>();
  private final Map<ClaimRef, StoredClaim> claims = new HashMap<>();
  private final Set<ClaimRef> bases = new HashSet<>();
  private final Nodes nodes = new Nodes();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<ClaimRef, Link> linkOfClaim = new HashMap<>();
  private final Map<String, Link> linkOfVolume = new HashMap<>();

  private Drawing(Objects objects) {
    this.objects = objects;
    objects.users().forEach(user -> bases.addAll(user.bases()));
    objects.volumes().forEach(volume -> volumes.putIfAbsent(volume.name(), volume));
    objects.claims().forEach(claim -> claims.putIfAbsent(claim.ref(), claim));
  }

  /** The graph of these objects, with findings on the nodes whose text they are about. */
  public static Graph of(
      String title, Objects objects, List<Diagnostic> findings, Extents extents) {
    Drawing drawing = new Drawing(objects);
    drawing.draw();
    return drawing.nodes.graph(title, drawing.edges, findings, extents);
  }

  private void draw() {
    objects.claims().forEach(claim -> nodes.add(claim, State.PLAIN));
    objects.volumes().forEach(volume -> nodes.add(volume, State.PLAIN));
    objects.volumes().forEach(this::claimOf);
    objects.claims().forEach(this::volumeOf);
    objects.claims().forEach(claim -> nodes.claim(claim.ref(), stateOf(claim)));
    objects.volumes().forEach(volume -> nodes.volume(volume.name(), stateOf(volume)));
    objects.users().forEach(this::mounts);
    objects.volumes().forEach(this::disk);
  }

  private void claimOf(StoredVolume volume) {
    if (volume.claim().isEmpty()) {
      return;
    }
    ClaimRef ref = volume.claim().get();
    StoredClaim claim = claims.get(ref);
    boolean made = claim == null && isMade(ref);
    if (claim == null) {
      nodes.claim(ref, made ? State.FROM_TEMPLATE : State.ABSENT);
    }
    link(ref, volume.name(), claim == null ? ofAbsent(volume) : link(claim, volume));
    if (made) {
      linkOfVolume.put(volume.name(), Link.BOTH);
    }
  }

  private static Link ofAbsent(StoredVolume volume) {
    return volume.phase().equals("Released") ? Link.EARLIER : Link.VOLUME_ONLY;
  }

  private static Link link(StoredClaim claim, StoredVolume volume) {
    Set<String> uids = new HashSet<>(List.of(volume.claimUid()));
    uids.add(claim.uid());
    if (uids.size() > 1 && !uids.contains("")) {
      return Link.EARLIER;
    }
    return claim.volume().equals(volume.name()) ? Link.BOTH : Link.VOLUME_ONLY;
  }

  private void volumeOf(StoredClaim claim) {
    StoredVolume volume = volumes.get(claim.volume());
    boolean linked = volume != null && volume.claim().equals(Optional.of(claim.ref()));
    if (!claim.volume().isEmpty() && !linked) {
      if (volume == null) {
        nodes.volume(claim.volume(), State.ABSENT);
      }
      boolean bound = volume == null && claim.phase().equals("Bound");
      link(claim.ref(), claim.volume(), bound ? Link.BOTH : Link.CLAIM_ONLY);
    }
    if (!linkOfClaim.containsKey(claim.ref()) && !claim.className().isEmpty()) {
      String id = nodes.storageClass(claim.ref().namespace(), claim.className());
      edges.add(new Edge(nodes.idOf(claim.ref()), id, Link.ASKS));
    }
  }

  private void link(ClaimRef claim, String volume, Link link) {
    edges.add(new Edge(nodes.idOf(claim), nodes.idOf(volume), link));
    linkOfClaim.merge(claim, link, Drawing::stronger);
    linkOfVolume.merge(volume, link, Drawing::stronger);
  }

  private static Link stronger(Link one, Link other) {
    return one == Link.BOTH ? one : other;
  }

  private State stateOf(StoredClaim claim) {
    Link link = linkOfClaim.get(claim.ref());
    return switch (claim.phase()) {
      case "Lost" -> State.LOST;
      case "Pending" -> State.PENDING;
      case "Bound" -> State.BOUND;
      default ->
          link == null ? State.NO_VOLUME : link == Link.BOTH ? State.RESERVED : State.ONE_WAY;
    };
  }

  private State stateOf(StoredVolume volume) {
    Link link = linkOfVolume.get(volume.name());
    return switch (volume.phase()) {
      case "Released" -> State.RELEASED;
      case "Failed" -> State.FAILED;
      case "Bound" -> State.BOUND;
      default ->
          link == null ? State.UNCLAIMED : link == Link.BOTH ? State.RESERVED : State.ONE_WAY;
    };
  }

  private void mounts(User user) {
    Set<ClaimRef> mounted = new LinkedHashSet<>(user.claims());
    for (ClaimRef base : user.bases()) {
      mounted.addAll(nodes.claimsOf(base));
    }
    if (mounted.isEmpty()) {
      return;
    }
    String id = nodes.add(user, mounted.size());
    for (ClaimRef claim : mounted) {
      if (!nodes.has(claim)) {
        nodes.claim(claim, State.ABSENT);
      }
      edges.add(new Edge(id, nodes.idOf(claim), Link.MOUNTS));
    }
  }

  private void disk(StoredVolume volume) {
    volume
        .disk()
        .filter(disk -> !disk.name().isEmpty())
        .ifPresent(
            disk -> edges.add(new Edge(nodes.idOf(volume.name()), nodes.add(disk), Link.STORED)));
  }

  /** Whether a StatefulSet makes this claim from a template. */
  private boolean isMade(ClaimRef claim) {
    String base = claim.withoutOrdinal();
    return !base.isEmpty() && bases.contains(new ClaimRef(claim.namespace(), base));
  }
}
