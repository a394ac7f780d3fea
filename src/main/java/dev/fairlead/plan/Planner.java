package dev.fairlead.plan;

import static dev.fairlead.diagnostic.Message.message;
import static java.util.stream.Collectors.joining;

import dev.fairlead.edit.ManifestPatch;
import dev.fairlead.live.Dump;
import dev.fairlead.live.Live;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveObject;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Spec;
import dev.fairlead.model.Workload;
import dev.fairlead.render.Templates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what the specs make with a dump, and plans the way from one to the other. */
public final class Planner {
  private final Templates templates;

  /** The templates print what is created. */
  public Planner(Templates templates) {
    this.templates = templates;
  }

  /** The plan for specs without errors. */
  public ClusterPlan plan(Plan specs, Dump dump) {
    Decisions decisions = new Decisions(new Desired(specs), new LiveState(dump));
    new VolumeDecider(decisions).decide();
    ClaimDecider claims = new ClaimDecider(decisions);
    claims.decide();
    new DiskGuard(decisions).decide();
    Users users = new Users(decisions);
    users.decide();

    Outcome outcome = new Outcome(name(specs));
    outcome.resumes(dump);
    VolumeSteps volumeSteps = new VolumeSteps(decisions, templates, outcome);
    ClaimSteps claimSteps = new ClaimSteps(decisions, users, templates, outcome);
    WorkloadSteps workloads = new WorkloadSteps(decisions, users, this::text, outcome);
    cluster(dump, outcome);
    namespaces(decisions, outcome);
    volumeSteps.retain();
    decisions.volumes.values().forEach(decision -> volumeSteps.add(decision, claims));
    decisions.claims.values().forEach(claimSteps::add);
    claimSteps.addOthers();
    volumeSteps.addOthers();
    specs.workloads().stream().filter(workload -> isWritten(workload)).forEach(workloads::add);
    workloads.addOthers();
    return outcome.plan();
  }

  /** The names of the specs. A new plan for them is to know its predecessor. */
  private static String name(Plan specs) {
    return specs.specs().stream().map(Spec::name).sorted().distinct().collect(joining(","));
  }

  /** An existing workload without its manifest is only known by name. */
  static boolean isWritten(Workload workload) {
    return workload.existing().isEmpty() || !workload.existing().get().additions().isEmpty();
  }

  private String text(Workload workload) {
    return workload.existing().isPresent()
        ? new ManifestPatch(templates).texts(List.of(workload.existing().get())).get(0)
        : templates.text(workload);
  }

  /** A script that runs in another cluster than that of the dump must not do anything. */
  private static void cluster(Dump dump, Outcome outcome) {
    dump.objects(LiveKind.NAMESPACE).stream()
        .filter(namespace -> namespace.name().equals("kube-system"))
        .filter(namespace -> !namespace.uid().isEmpty())
        .forEach(
            namespace -> {
              ObjectRef object = new ObjectRef(ObjectKind.NAMESPACE, "", namespace.name());
              outcome.add(
                  Step.of(
                          Step.Purpose.CHECK,
                          object,
                          "Look whether this is the cluster of the dump",
                          "kubectl may be set to another one")
                      .requires(new Condition.Is(object, "{.metadata.uid}", namespace.uid())));
            });
  }

  /** Namespaces have to be there before anything is deleted. */
  private static void namespaces(Decisions decisions, Outcome outcome) {
    Set<String> names = new TreeSet<>();
    decisions.claims.values().stream()
        .filter(claim -> claim.live().isEmpty())
        .forEach(claim -> names.add(claim.want().namespace()));
    for (String name : names) {
      ObjectRef object = new ObjectRef(ObjectKind.NAMESPACE, "", name);
      Dump dump = decisions.live.dump();
      Optional<LiveObject> namespace =
          dump.objects(LiveKind.NAMESPACE).stream()
              .filter(live -> live.name().equals(name))
              .findFirst();
      boolean there =
          namespace.isPresent()
              || dump.claims().stream().anyMatch(live -> live.ref().namespace().equals(name));
      if (namespace.filter(Live::isTerminating).isPresent()) {
        outcome.add(
            Verdict.BLOCKED,
            object,
            "the cluster is deleting it, and no claim can be created in it: wait until it is gone,"
                + " and make a new plan");
      } else if (!there && dump.knows(LiveKind.NAMESPACE)) {
        outcome.add(
            Verdict.BLOCKED,
            object,
            message("it is not in the cluster: run kubectl create namespace {}", name));
      } else if (!there) {
        outcome.add(
            Step.of(
                    Step.Purpose.CHECK,
                    object,
                    "Look for " + object.words(),
                    "its claims can be created only if it is there")
                .requires(new Condition.Is(object, "{.status.phase}", "Active")));
      }
    }
  }
}
