package dev.fairlead.check;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Claim;
import dev.fairlead.model.Names;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Variants;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
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
    check(ALL, plan, Findings.inSpecs(diagnostics));
  }

  /** Adds the findings about the plan of finished manifests; {@code names} has all their names. */
  public static void checkManifests(
      Plan plan, Names names, Variants variants, Diagnostics diagnostics) {
    Findings findings = Findings.inManifests(variants, diagnostics);
    check(List.of(new MissingPartners(names), new UnprotectedData()), plan, findings);
    check(ALL, plan, findings);
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

  /** All rules look at one resource before they look at the next. */
  private static void check(List<Rule> rules, Plan plan, Findings findings) {
    for (Volume volume : plan.volumes()) {
      for (Rule rule : rules) {
        rule.checkVolume(volume, findings);
      }
    }
    for (Claim claim : plan.claims()) {
      for (Rule rule : rules) {
        rule.checkClaim(claim, findings);
      }
    }
    for (Workload workload : plan.workloads()) {
      for (Rule rule : rules) {
        rule.checkPods(workload, findings);
      }
    }
    for (Workload workload : plan.ownWorkloads()) {
      for (Rule rule : rules) {
        rule.checkWorkload(workload, findings);
      }
    }
    for (Rule rule : rules) {
      rule.check(plan, findings);
    }
  }
}
