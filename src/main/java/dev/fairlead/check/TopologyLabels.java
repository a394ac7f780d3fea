package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Quote;
import dev.fairlead.driver.Driver;
import dev.fairlead.model.SourceType;
import dev.fairlead.model.Volume;
import dev.fairlead.model.VolumeSource;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Node affinity by a label that nodes don't have, such as {@code zone}, or by the region where the
 * zone belongs. Then no node can mount the volume. See <a
 * href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known labels</a>.
 */
final class TopologyLabels extends Rule {
  private static final Map<String, String> SHORT =
      Map.of(
          "zone", "topology.kubernetes.io/zone",
          "region", "topology.kubernetes.io/region",
          "hostname", "kubernetes.io/hostname",
          "host", "kubernetes.io/hostname",
          "node", "kubernetes.io/hostname",
          "os", "kubernetes.io/os",
          "arch", "kubernetes.io/arch");

  private static final List<String> STANDARD =
      List.of(
          "topology.kubernetes.io/zone",
          "topology.kubernetes.io/region",
          "kubernetes.io/hostname",
          "kubernetes.io/os",
          "kubernetes.io/arch");

  private static final Pattern AWS_REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
  private static final Pattern GOOGLE_REGION = Pattern.compile("[a-z]+-[a-z]+[0-9]+");

  @Override
  void checkVolume(Volume volume, Findings findings) {
    for (Mapping expression : volume.nodeExpressions()) {
      label(volume, expression, findings);
      if (expression.stringOr("key", "").endsWith("/zone")) {
        zone(volume, expression, findings);
      }
    }
  }

  private static void label(Volume volume, Mapping expression, Findings findings) {
    String key = expression.stringOr("key", "");
    String meant = SHORT.get(key);
    if (meant == null && key.contains("kubernetes.io/") && !STANDARD.contains(key)) {
      meant = near(key);
    }
    if (meant != null && !isOfDriver(key, findings.drivers().of(volume))) {
      findings.warn(
          Code.UNUSUAL_TOPOLOGY,
          List.of(volume),
          expression.spanOf("key"),
          message(
              "volume {} is bound to nodes by the label {}, which nodes don't have by themselves:"
                  + " its pods would stay Pending",
              volume.name(),
              key),
          "write " + meant);
    }
  }

  /** Whether the driver itself puts the label on the nodes. */
  private static boolean isOfDriver(String key, Optional<Driver> driver) {
    return driver.isPresent() && driver.get().topology().keys().contains(key);
  }

  private static String near(String key) {
    for (String standard : STANDARD) {
      if (Nearest.distance(key, standard, 2) <= 2) {
        return standard;
      }
    }
    return null;
  }

  private static void zone(Volume volume, Mapping expression, Findings findings) {
    for (Tree value : expression.list("values")) {
      if (!(value instanceof Scalar scalar) || !endsInDigit(scalar.text())) {
        continue;
      }
      Optional<Pattern> region = regions(volume.source().value());
      if (region.isPresent() && region.get().matcher(scalar.text()).matches()) {
        findings.warn(
            Code.UNUSUAL_TOPOLOGY,
            List.of(volume),
            scalar.span(),
            message(
                "the zone of volume {} is {}, which is a region: no node would match",
                volume.name(),
                scalar.text()),
            "write the zone that the disk is in, as in "
                + Quote.quote(scalar.text() + (region.get() == AWS_REGION ? "a" : "-b")));
      }
    }
  }

  /** Only regions do, and most volumes name a zone. */
  private static boolean endsInDigit(String name) {
    return !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
  }

  private static Optional<Pattern> regions(VolumeSource source) {
    if (isOf(SourceType.AWS_ELASTIC_BLOCK_STORE, source)) {
      return Optional.of(AWS_REGION);
    }
    return isOf(SourceType.GCE_PERSISTENT_DISK, source)
        ? Optional.of(GOOGLE_REGION)
        : Optional.empty();
  }

  private static boolean isOf(SourceType type, VolumeSource source) {
    return source.type() == type || type.csiDriver().orElse("").equals(source.driver());
  }
}
