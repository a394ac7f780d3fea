package dev.fairlead.check;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Names;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Variants;
import java.util.List;

/** All rules, in the order in which they run. */
public final class Rules {
  static final List<Rule> ALL =
      List.of(
          new AccessModes(),
          new BlockSupport(),
          new LocalNodeAffinity(),
          new SelectorOperators(),
          new AttributesClass(),
          new InTreeSources(),
          new VersionFacts(),
          new SourceFields(),
          new VolumeHandles(),
          new DriverNames(),
          new DriverNeeds(),
          new DataSources(),
          new PodVolumes(),
          new PodVolumeSources(),
          new InlineAzureDisks(),
          new InlineCsiVolumes(),
          new MountPaths(),
          new MountOptions(),
          new ContainerNames(),
          new EnvironmentValues(),
          new EphemeralContainers(),
          new UpdateStrategies(),
          new SelectorMatchesTemplate(),
          new JobSelectors(),
          new RestartPolicy(),
          new WorkloadNames(),
          new AnnotationLimits(),
          new StaleRecords(),
          new ClaimTemplateSpecs(),
          new TinySizes(),
          new ReclaimPolicies(),
          new HostPaths(),
          new ZonalDisks(),
          new ProviderIds(),
          new DeprecatedParts(),
          new Capabilities(),
          new DuplicateHandles(),
          new PairAgreement(),
          new VolumeNames(),
          new OneWayBinding(),
          new MatchingVolumes(),
          new StatefulSetClaims(),
          new PodNodes(),
          new TopologyLabels(),
          new MountModes(),
          new Sharing(),
          new SharedClaims(),
          new WritableMounts(),
          new NearClaimNames(),
          // Last, because it needs to know which warnings the others have silenced.
          new Ignores());

  private Rules() {}

  /** Adds the findings about the plan of specs. */
  public static void checkSpecs(Plan plan, Diagnostics diagnostics) {
    check(plan, Findings.inSpecs(diagnostics));
  }

  /** Adds the findings about the plan of finished manifests; {@code names} has all their names. */
  public static void checkManifests(
      Plan plan, Names names, Variants variants, Diagnostics diagnostics) {
    Findings findings = Findings.inManifests(variants, diagnostics);
    new MissingPartners(names).check(plan, findings);
    new UnprotectedData().check(plan, findings);
    check(plan, findings);
  }

  /** Adds only the findings about volumes with one disk, for objects of a cluster. */
  public static void checkHandles(Plan plan, Diagnostics diagnostics) {
    new DuplicateHandles().check(plan, Findings.inManifests(new Variants(), diagnostics));
  }

  /** Adds the findings that go across what was checked folder by folder. */
  public static void checkClusters(Plan plan, Variants variants, Diagnostics diagnostics) {
    if (!variants.clusters().isEmpty()) {
      new DuplicateHandles().check(plan, Findings.inManifests(variants, diagnostics));
    }
  }

  private static void check(Plan plan, Findings findings) {
    for (Rule rule : ALL) {
      rule.check(plan, findings);
    }
  }
}
