package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.driver.Driver;
import dev.fairlead.driver.Drivers;
import dev.fairlead.model.Pod;
import dev.fairlead.model.Workload;
import dev.fairlead.tree.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * The {@code csi} volumes of a pod, by the catalogue of drivers. Only drivers that say so have such
 * volumes. See <a
 * href="https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#csi-ephemeral-volumes">CSI
 * ephemeral volumes</a>.
 */
final class InlineCsiVolumes extends Rule {
  @Override
  void checkPods(Workload workload, Findings findings) {
    for (Mapping volume : Pod.of(workload).volumes()) {
      if (volume.find("csi") instanceof Mapping source && source.has("driver")) {
        check(workload, volume.stringOr("name", ""), source, findings);
      }
    }
  }

  private static void check(Workload workload, String name, Mapping source, Findings findings) {
    String driver = source.stringOr("driver", "");
    Optional<Driver> known = findings.drivers().of(driver);
    if (known.isEmpty()) {
      unknown(workload, name, source, findings);
    } else if (known.get().inline().isPresent() && !known.get().inline().get()) {
      findings.addUnlessReported(
          Code.DRIVER_FIELDS,
          source.spanOf("driver"),
          message(
              "the pod volume {} is a csi volume of {}, which has only PersistentVolumes: the pod"
                  + " would never start",
              name,
              plain(driver)),
          "mount a claim instead, or an ephemeral volume with a claim template");
    } else if (known.get().inline().isPresent()) {
      for (String missing :
          DriverNeeds.missing(source.mapping("volumeAttributes"), known.get().needs())) {
        findings.addUnlessReported(
            Code.DRIVER_FIELDS,
            source.spanOf("driver"),
            message(
                "the pod volume {} lacks volumeAttributes.{}, without which {} refuses to mount it:"
                    + " the pod would never start",
                name,
                plain(missing),
                plain(driver)),
            message("add volumeAttributes.{}", plain(missing)));
      }
    }
  }

  private static void unknown(Workload workload, String name, Mapping source, Findings findings) {
    String driver = source.stringOr("driver", "");
    Optional<String> near = Drivers.meant(driver);
    if (near.isPresent()) {
      findings.warn(
          Code.UNKNOWN_DRIVER,
          List.of(workload),
          source.spanOf("driver"),
          message(
              "the pod volume {} is of the driver {}, which is not known{}",
              name,
              driver,
              plain(Nearest.question(near))),
          "correct the name, or ignore the warning if there is such a driver");
    }
  }
}
