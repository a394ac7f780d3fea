package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.HandleForm;
import dev.fairlead.driver.Topology;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Located;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Disks that exist in one zone. A pod in another zone can't attach them, and the scheduler knows
 * only the node affinity of the volume. See <a
 * href="https://kubernetes.io/docs/setup/best-practices/multiple-zones/#storage-access-for-zones">Storage
 * access for zones</a>. What a driver calls a zone, and the labels that name it, are in the
 * catalogue of drivers.
 */
final class ZonalDisks extends Rule {
  /** Labels that say nothing about the zone of a node, and words that are no labels of nodes. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "kubernetes.io/arch",
          "kubernetes.io/os",
          "node.kubernetes.io/instance-type",
          "topology.kubernetes.io/region",
          "failure-domain.beta.kubernetes.io/region",
          "arch",
          "hostname",
          "region",
          "zone");

  @Override
  void checkVolume(Volume volume, Findings findings) {
    VolumeSource source = volume.source().value();
    KnownDrivers drivers = findings.drivers();
    Optional<Driver> driver = source.isCsi() ? drivers.of(volume) : drivers.of(source.type());
    if (driver.isEmpty() || !driver.get().topology().needed()) {
      return;
    }
    Topology topology = driver.get().topology();
    Optional<HandleForm> form = drivers.form(volume);
    Optional<String> handle = KnownDrivers.handle(volume);
    if (form.isPresent() && handle.isPresent() && !form.get().accepts(handle.get())) {
      // VolumeHandles has reported it.
      return;
    }
    Optional<String> zone =
        form.isPresent() && handle.isPresent() ? form.get().zoneOf(handle.get()) : Optional.empty();
    List<Mapping> expressions = volume.nodeExpressions();
    noZone(volume, topology, expressions, findings);
    boolean several = form.isPresent() && form.get().severalZones();
    for (Mapping expression : expressions) {
      if (topology.keys().contains(expression.text("key").orElse(""))) {
        if (zone.isPresent() && !lists(expression, zone.get())) {
          otherZone(volume, topology, zone.get(), expression, findings);
        } else if (!several && expression.list("values").size() > 1) {
          severalZones(volume, topology, expression, findings);
        }
      }
    }
  }

  private static void noZone(
      Volume volume, Topology topology, List<Mapping> expressions, Findings findings) {
    for (String key : topology.keys()) {
      if (volume.metadata().labels().has(key)) {
        return;
      }
    }
    if (expressions.isEmpty() && volume.nodeAffinity().isPresent()) {
      return;
    }
    String besides = "";
    for (Mapping expression : expressions) {
      besides = expression.text("key").orElse("");
      if (!ELSEWHERE.contains(besides)) {
        return;
      }
    }
    findings.warn(
        Code.DISK_WITHOUT_ZONE,
        List.of(volume),
        volume.source().span(),
        message(
            "volume {} does not name the {} of its disk{}: a pod in another {} could not attach it",
            volume.name(),
            plain(topology.of()),
            plain(besides.isEmpty() ? "" : message(", only the node label {}", besides)),
            plain(topology.of())),
        findings.nodesHint(topology.keys().get(0), "<" + topology.of() + ">"));
  }

  /** Whether an expression lets nodes of the zone through, or is of another kind. */
  private static boolean lists(Mapping expression, String zone) {
    if (!expression.text("operator").orElse("").equals("In")) {
      return true;
    }
    for (Located<String> value : expression.strings("values")) {
      if (value.value().equals(zone)) {
        return true;
      }
    }
    return false;
  }

  private static void otherZone(
      Volume volume, Topology topology, String zone, Mapping expression, Findings findings) {
    findings.add(
        Diagnostic.of(
                Code.OTHER_ZONE,
                expression.spanOf("values"),
                message(
                    "volume {} is limited to nodes by {}, which lacks the {} {} of its handle: its"
                        + " pods could not attach the disk",
                    volume.name(),
                    expression.text("key").orElse(""),
                    plain(topology.of()),
                    zone))
            .withHint(message("write {}, or correct the handle", zone))
            .withRelated(
                KnownDrivers.handlePlace(volume),
                message("the disk is in {} {}", plain(topology.of()), zone)));
  }

  private static void severalZones(
      Volume volume, Topology topology, Mapping expression, Findings findings) {
    findings.warn(
        Code.SEVERAL_ZONES,
        List.of(volume),
        expression.spanOf("values"),
        message(
            "the disk of volume {} is in one {}, but {} lists {} {}s",
            volume.name(),
            plain(topology.of()),
            expression.text("key").orElse(""),
            expression.list("values").size(),
            plain(topology.of())),
        message("name the {} that the disk is in", plain(topology.of())));
  }
}
