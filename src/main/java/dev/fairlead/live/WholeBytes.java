package dev.fairlead.live;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Sizes in whole bytes. A cluster stores 1.1Gi as 1181116006400m, thousandths of a byte, and rounds
 * it up where it compares. See <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>.
 */
final class WholeBytes {
  private WholeBytes() {}

  /** The same volume or claim with its size rounded up to bytes. */
  static Mapping of(Mapping manifest) {
    Mapping spec = manifest.mapping("spec");
    Mapping resources = spec.mapping("resources");
    Optional<Scalar> capacity = rounded(spec.mapping("capacity"));
    Optional<Scalar> request = rounded(resources.mapping("requests"));
    if (capacity.isPresent()) {
      Mapping size = spec.mapping("capacity").with("storage", capacity.get());
      return manifest.with("spec", spec.with("capacity", size));
    }
    if (request.isPresent()) {
      Mapping size = resources.mapping("requests").with("storage", request.get());
      return manifest.with("spec", spec.with("resources", resources.with("requests", size)));
    }
    return manifest;
  }

  private static Optional<Scalar> rounded(Mapping sizes) {
    String text = sizes.stringOr("storage", "");
    if (!text.matches("[0-9]{1,24}m")) {
      return Optional.empty();
    }
    BigInteger thousandths = new BigInteger(text.substring(0, text.length() - 1));
    BigInteger bytes = thousandths.add(BigInteger.valueOf(999)).divide(BigInteger.valueOf(1000));
    return Optional.of(Scalar.string(bytes.toString(), sizes.spanOf("storage")));
  }
}
