package dev.fairlead.check;

import dev.fairlead.diagnostic.Diagnostics;
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

  /** Adds everything that is wrong with finished manifests. */
  public static void checkManifests(Plan plan, Diagnostics diagnostics) {
    new Absentees().check(plan, new Findings(diagnostics));
    check(plan, diagnostics);
  }

  /** Adds everything that is wrong with the plan. */
  public static void check(Plan plan, Diagnostics diagnostics) {
    Findings findings = new Findings(diagnostics);
    ALL.forEach(rule -> rule.check(plan, findings));
  }
}
