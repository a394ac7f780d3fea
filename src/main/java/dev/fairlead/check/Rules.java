package dev.fairlead.check;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Names;
import dev.fairlead.model.Plan;
import java.util.List;

/** All rules, in the order they run in; the last looks at what the others have found. */
public final class Rules {
  /** Rules that look at one resource at a time, so that they can be shown a plan in parts. */
  private static final List<Rule> OF_ONE =
      List.of(
          new AccessModes(),
          new BlockSupport(),
          new LocalNodeAffinity(),
          new SelectorOperators(),
          new AttributesClass(),
          new InTreeSources(),
          new SourceFields(),
          new VolumeHandles(),
          new DataSources(),
          new PodVolumes(),
          new PodVolumeSources(),
          new MountPaths(),
          new MountOptions(),
          new ContainerNames(),
          new SelectorMatchesTemplate(),
          new JobSelectors(),
          new RestartPolicy(),
          new WorkloadNames(),
          new AnnotationLimits(),
          new ClaimTemplateSpecs(),
          new TinySizes(),
          new ReclaimPolicies(),
          new HostPaths(),
          new ZonalDisks(),
          new ProviderIds(),
          new DeprecatedParts(),
          new Capabilities());

  /** Rules that compare resources. */
  private static final List<Rule> OF_SEVERAL =
      List.of(
          new PairAgreement(),
          new VolumeNames(),
          new OneWayBinding(),
          new MountModes(),
          new Sharing(),
          new WritableMounts(),
          new NearClaimNames(),
          new Ignores());

  private Rules() {}

  /** Adds everything that is wrong with the plan of some specs. */
  public static void checkSpecs(Plan plan, Diagnostics diagnostics) {
    check(plan, Findings.inSpecs(diagnostics));
  }

  /** Adds everything that is wrong with finished manifests, in which {@code names} are there. */
  public static void checkManifests(Plan plan, Names names, Diagnostics diagnostics) {
    Findings findings = Findings.inManifests(diagnostics);
    new Absentees(names).check(plan, findings);
    check(plan, findings);
  }

  private static void check(Plan plan, Findings findings) {
    DuplicateHandles duplicates = new DuplicateHandles();
    if (plan.fits()) {
      checkEach(plan, duplicates, findings);
    } else {
      plan.parts().forEach(part -> checkEach(part, duplicates, findings));
    }
    Plan outline = plan.outline();
    for (Rule rule : OF_SEVERAL) {
      rule.check(outline, findings);
    }
  }

  private static void checkEach(Plan part, DuplicateHandles duplicates, Findings findings) {
    for (Rule rule : OF_ONE) {
      rule.check(part, findings);
    }
    duplicates.check(part, findings);
  }
}
