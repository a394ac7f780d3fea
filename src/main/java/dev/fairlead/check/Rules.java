package dev.fairlead.check;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Names;
import dev.fairlead.model.Plan;
import java.util.List;

/** All rules, in the order they run in; the last looks at what the others have found. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new AccessModes(),
          new BlockSupport(),
          new LocalNodeAffinity(),
          new SelectorOperators(),
          new AttributesClass(),
          new InTreeSources(),
          new SourceFields(),
          new VolumeHandles(),
          new DuplicateHandles(),
          new PairAgreement(),
          new VolumeNames(),
          new OneWayBinding(),
          new DataSources(),
          new PodVolumes(),
          new PodVolumeSources(),
          new MountModes(),
          new MountPaths(),
          new MountOptions(),
          new ContainerNames(),
          new SelectorMatchesTemplate(),
          new JobSelectors(),
          new RestartPolicy(),
          new WorkloadNames(),
          new AnnotationLimits(),
          new ClaimTemplateSpecs(),
          new Sharing(),
          new TinySizes(),
          new ReclaimPolicies(),
          new HostPaths(),
          new ZonalDisks(),
          new ProviderIds(),
          new DeprecatedParts(),
          new Capabilities(),
          new WritableMounts(),
          new NearClaimNames(),
          new Ignores());

  private Rules() {}

  /** Adds everything that is wrong with the plan of some specs. */
  public static void checkSpecs(Plan plan, Diagnostics diagnostics) {
    Findings findings = Findings.inSpecs(diagnostics);
    ALL.forEach(rule -> rule.check(plan, findings));
  }

  /** Adds everything that is wrong with finished manifests, in which {@code names} are there. */
  public static void checkManifests(Plan plan, Names names, Diagnostics diagnostics) {
    Findings findings = Findings.inManifests(diagnostics);
    new Absentees(names).check(plan, findings);
    ALL.forEach(rule -> rule.check(plan, findings));
  }
}
