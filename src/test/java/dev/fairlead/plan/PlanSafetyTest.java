package dev.fairlead.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fairlead.plan.ModelCluster.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Plans for random clusters and specs, done on the model cluster, cut off anywhere and done again:
 * no disk is ever deleted, no claim ever gets the disk of another, and the end is what the spec
 * says or the plan said that it is blocked.
 */
class PlanSafetyTest {
  private static final int SEEDS = Integer.getInteger("fairlead.plan.seeds", 600);
  private static final int ATTEMPTS = 6;

  /** What happened to the last seed, for the message of a failure. */
  private static final StringBuilder STORY = new StringBuilder();

  private static void tell(ModelScene scene, ClusterPlan plan) {
    STORY.append("\n").append(scene.specs.text());
    for (ModelObject object : scene.cluster.objects.values()) {
      if (object.text("kind").matches("Pers.*|.*Set|Deployment|Pod")) {
        STORY.append(object.key()).append(' ').append(object.fields()).append('\n');
      }
    }
    plan.lines().forEach(line -> STORY.append(line).append('\n'));
    plan.steps().forEach(step -> STORY.append(step.what()).append('\n'));
  }

  /** What came of a seed. */
  private enum Verdict {
    BLOCKED,
    NOTHING,
    REACHED
  }

  private static Verdict play(long seed, UnaryOperator<ClusterPlan> fault) throws Rejected {
    ModelScene scene = new ModelScene(seed);
    ClusterPlan plan = scene.plan();
    STORY.setLength(0);
    tell(scene, plan);
    if (plan.isBlocked()) {
      return Verdict.BLOCKED;
    }
    if (plan.steps().isEmpty()) {
      scene.kubectl.controllers.settle();
      scene.check();
      end(scene);
      return Verdict.NOTHING;
    }
    List<String> story = new ArrayList<>();
    for (int i = 0; i < ATTEMPTS; i++) {
      boolean cut = i < ATTEMPTS - 2 && scene.random.nextBoolean();
      int calls = cut ? scene.random.nextInt(40) : Integer.MAX_VALUE;
      ModelRun run =
          new ModelRun(
              scene.kubectl,
              calls,
              () -> {
                scene.check();
                scene.interfere();
              });
      STORY.append("\nrun, cut off after " + calls + " calls");
      ModelRun.End end = run.run(fault.apply(plan));
      story.add(end + " " + run.reason());
      STORY.append("\n" + end + " " + run.reason());
      if (end == ModelRun.End.DONE) {
        scene.kubectl.controllers.settle();
        scene.check();
        end(scene);
        return Verdict.REACHED;
      }
      if (scene.random.nextBoolean()) {
        scene.kubectl.controllers.settle();
        scene.check();
      }
      // The same script again, or a new plan; always a new one if the script gave up.
      if (end == ModelRun.End.STOPPED || scene.random.nextBoolean()) {
        plan = scene.plan();
        tell(scene, plan);
        if (plan.isBlocked() && !scene.atRest) {
          return Verdict.BLOCKED;
        }
        if (plan.isBlocked()) {
          throw new AssertionError("blocked half-way: " + plan.lines() + story);
        }
      }
    }
    if (!scene.atRest) {
      return Verdict.BLOCKED;
    }
    throw new AssertionError("never reached: " + story);
  }

  /** The end is what the spec says, and a new plan finds nothing to do. */
  private static void end(ModelScene scene) {
    if (!scene.atRest) {
      return;
    }
    Map<String, String> bound = scene.bound();
    scene
        .specs
        .claims()
        .forEach(
            (claim, disk) ->
                assertEquals(disk, bound.get(claim), "a claim has not got its disk: " + claim));
    scene.specs.disks.forEach(
        (name, disk) -> {
          ModelObject volume = scene.cluster.find("pv", "", name);
          assertTrue(volume != null, name + " is not there");
          assertEquals(disk.policy(), volume.text("spec", "persistentVolumeReclaimPolicy"), name);
          assertEquals(disk.size(), volume.text("spec", "capacity", "storage"), name);
          assertEquals(disk.storageClass(), volume.text("spec", "storageClassName"), name);
        });
    scene.replicas.forEach(
        (key, replicas) ->
            assertEquals(
                replicas, scene.cluster.objects.get(key).number(1, "spec", "replicas"), key));
    ClusterPlan again = scene.plan();
    assertFalse(again.isBlocked(), () -> again.lines().toString());
    assertEquals(List.of(), again.steps());
  }

  @Test
  void noDiskIsEverLost() throws Rejected {
    Map<Verdict, Integer> verdicts = new TreeMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        verdicts.merge(play(seed, plan -> plan), 1, Integer::sum);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage() + STORY, e);
      }
    }
    assertTrue(verdicts.get(Verdict.REACHED) > SEEDS / 3, verdicts.toString());
  }

  /** The model is strict enough to see what goes wrong without each of these. */
  @Test
  void faultsAreCaught() throws Rejected {
    assertCaught("disks are deleted", PlanSafetyTest::withoutRetain);
    assertCaught("a claim has not got its disk", PlanSafetyTest::withoutWaits);
    assertCaught("never reached", PlanSafetyTest::withoutReservations);
    assertCaught("a claim has the disk of another", PlanSafetyTest::withoutAnyClaimRef);
  }

  private static void assertCaught(String problem, UnaryOperator<ClusterPlan> fault)
      throws Rejected {
    for (long seed = 0; seed < 2000; seed++) {
      try {
        play(seed, fault);
      } catch (AssertionError e) {
        if (String.valueOf(e.getMessage()).startsWith(problem)) {
          return;
        }
      }
    }
    throw new AssertionError("nobody has seen that " + problem);
  }

  private static ClusterPlan withoutRetain(ClusterPlan plan) {
    return changed(
        plan,
        step ->
            step.purpose() == Step.Purpose.RETAIN
                ? Stream.of()
                : Stream.of(
                    step.requires(
                        step.requires().stream()
                            .filter(condition -> !condition.toString().contains("Retain"))
                            .toArray(Condition[]::new))));
  }

  private static ClusterPlan withoutWaits(ClusterPlan plan) {
    return changed(
        plan, step -> Stream.of(step.until(new Condition[0]).requires(new Condition[0])));
  }

  private static ClusterPlan withoutReservations(ClusterPlan plan) {
    return changed(
        plan, step -> step.purpose() == Step.Purpose.RESERVE ? Stream.of() : Stream.of(step));
  }

  /** What many pages on the web tell to do with a Released volume. */
  private static ClusterPlan withoutAnyClaimRef(ClusterPlan plan) {
    return changed(
        plan,
        step ->
            step.purpose() == Step.Purpose.RESERVE
                ? Stream.of(
                    Step.of(
                        step.purpose(),
                        step.object(),
                        step.what(),
                        step.why(),
                        new Action.Patch(
                            step.object(),
                            Action.PatchType.MERGE,
                            "{\"spec\":{\"claimRef\":null}}")))
                : Stream.of(step));
  }

  private static ClusterPlan changed(
      ClusterPlan plan, java.util.function.Function<Step, Stream<Step>> change) {
    return new ClusterPlan(plan.lines(), plan.steps().stream().flatMap(change).toList());
  }
}
