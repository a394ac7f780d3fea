package dev.fairlead.plan;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.folder.Difference;
import dev.fairlead.folder.FrozenKind;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveWorkload;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Workload;
import dev.fairlead.model.WorkloadKind;
import dev.fairlead.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lines and steps about workloads: those of the specs, and those that are stopped meanwhile. */
final class WorkloadSteps {
  private final Decisions decisions;
  private final Users users;
  private final Function<Workload, String> texts;
  private final Outcome outcome;

  WorkloadSteps(
      Decisions decisions, Users users, Function<Workload, String> texts, Outcome outcome) {
    this.decisions = decisions;
    this.users = users;
    this.texts = texts;
    this.outcome = outcome;
  }

  /** The line of a workload of a spec, and its steps. */
  void add(Workload want) {
    ObjectRef object = ObjectRef.of(want);
    Optional<LiveWorkload> live =
        decisions.live.dump().workload(want.kind().toString(), want.namespace(), want.name());
    User user = users.stopped.get(object);
    if (live.isEmpty()) {
      outcome.add(Verdict.CREATE, object, "it is not in the cluster");
      apply(want, "it is not in the cluster");
      ready(object, want.spec());
      return;
    }
    Optional<Difference> frozen = frozen(want, live.get());
    if (frozen.isPresent()) {
      outcome.add(
          Verdict.BLOCKED,
          object,
          message(
              "{} changes, which the API server rejects: {}",
              plain(frozen.get().path()),
              plain(FrozenKind.of(want.kind().toString()).orElseThrow().remedy())));
      return;
    }
    boolean same =
        Same.covers(live.get().model().spec(), want.spec())
            && MetadataChanges.of(FrozenKind.POD, want.metadata(), live.get()).isEmpty();
    if (!same) {
      outcome.touches(live.get());
      apply(want, "the spec says more than the cluster has");
    }
    String words = same ? "it is as the spec says" : "it is applied again";
    outcome.add(
        same && user == null ? Verdict.KEEP : Verdict.PATCH,
        object,
        user == null ? words : words + "; " + stopped(user));
    if (user == null && !same) {
      ready(object, live.get().spec());
    }
  }

  /** The lines of workloads that no spec has, but that use its claims. */
  void addOthers() {
    users.stopped.forEach(
        (ref, user) -> {
          if (decisions.desired.workload(ref).isEmpty()) {
            outcome.add(Verdict.PATCH, ref, stopped(user));
          }
          outcome.touches(user.workload());
          stop(user);
          start(user);
        });
  }

  private String stopped(User user) {
    if (User.recorded(user.workload()).isPresent()) {
      return "an earlier plan has stopped it, with " + user.before() + " before";
    }
    String after = written(user).orElse(user.before());
    String end = after.equals("0") || after.equals("true") ? "stays so" : "";
    return user.hasReplicas()
        ? "it is scaled down from "
            + user.before()
            + " to 0, and "
            + (end.isEmpty() ? "up again at the end" : end)
        : "it is suspended, and " + (end.isEmpty() ? "resumed at the end" : end);
  }

  private void stop(User user) {
    ObjectRef object = user.ref();
    List<Condition.Is> needed = new ArrayList<>();
    for (ClaimRef ref : user.claims()) {
      LiveClaim claim = decisions.goneClaims.get(ref);
      needed.add(new Condition.Is(ObjectRef.claim(ref), "{.metadata.uid}", claim.uid()));
    }
    if (needed.isEmpty()) {
      return;
    }
    String claims =
        String.join(", ", user.claims().stream().map(c -> ObjectRef.claim(c).words()).toList());
    Step step =
        Step.of(
                Step.Purpose.SCALE_DOWN,
                object,
                user.hasReplicas()
                    ? "Scale " + object.words() + " down from " + user.before() + " to 0"
                    : "Suspend " + object.words(),
                "it uses " + claims + ", and a claim in use can't be deleted",
                patch(user, user.hasReplicas() ? "0" : "true", JsonText.string(user.before())))
            .onlyIf(needed);
    outcome.add(
        user.hasReplicas()
            ? step.until(new Condition.NoPods(object.namespace(), user.selector()))
            : step);
  }

  private void start(User user) {
    ObjectRef object = user.ref();
    Optional<String> written = written(user);
    String after = written.orElse(user.before());
    outcome.add(
        Step.of(
                Step.Purpose.SCALE_UP,
                object,
                started(user, after),
                written.isPresent() ? "the spec says so" : "as it was before",
                patch(user, after, "null"))
            .onlyIf(new Condition.Is(object, User.REPLICAS_PATH, user.before())));
    if (user.hasReplicas() && !after.equals("0")) {
      ready(object, user.workload().spec());
    }
  }

  private static String started(User user, String after) {
    String name = user.ref().words();
    return switch (after) {
      case "0" -> "Leave " + name + " at 0";
      case "true" -> "Leave " + name + " suspended";
      case "false" -> "Resume " + name;
      default -> "Scale " + name + " up to " + after;
    };
  }

  /** What a spec says in place of what was there before. */
  private Optional<String> written(User user) {
    return decisions
        .desired
        .workload(user.ref())
        .filter(Planner::isWritten)
        .flatMap(workload -> workload.spec().text(user.field()))
        .filter(text -> !text.equals(user.before()));
  }

  /** One change, so that the number is never lost. */
  private static Action patch(User user, String value, String recorded) {
    return new Action.Patch(
        user.ref(),
        Action.PatchType.MERGE,
        "{\"metadata\":{\"annotations\":{"
            + JsonText.string(User.REPLICAS)
            + ":"
            + recorded
            + "}},\"spec\":{\""
            + user.field()
            + "\":"
            + value
            + "}}");
  }

  private void apply(Workload want, String why) {
    ObjectRef object = ObjectRef.of(want);
    outcome.add(
        Step.of(
            Step.Purpose.WORKLOAD,
            object,
            "Apply " + object.words(),
            why,
            new Action.Apply(object, texts.apply(want))));
  }

  /** The pods of a set that replaces them only when they are deleted can't be waited for. */
  private void ready(ObjectRef object, Mapping spec) {
    boolean waits =
        switch (object.kind()) {
          case DEPLOYMENT -> true;
          case STATEFUL_SET, DAEMON_SET ->
              !spec.mapping("updateStrategy").stringOr("type", "").equals("OnDelete");
          default -> false;
        };
    if (waits) {
      outcome.add(
          Step.of(
                  Step.Purpose.READY,
                  object,
                  "Wait until " + object.words() + " is ready",
                  "its pods have their disks again")
              .until(new Condition.RolledOut(object)));
    }
  }

  private static Optional<Difference> frozen(Workload want, LiveWorkload live) {
    Optional<FrozenKind> kind = FrozenKind.of(want.kind().toString());
    if (kind.isEmpty() || want.kind() == WorkloadKind.CRON_JOB) {
      return Optional.empty();
    }
    Mapping before = Mapping.of("spec", live.model().spec(), live.spec().span());
    Mapping after = Mapping.of("spec", want.spec(), want.spec().span());
    return Difference.between(before, after, "spec").stream()
        .filter(d -> d.after().isPresent() && !Same.text(d.after().get()).isEmpty())
        .filter(d -> d.before().isEmpty() || !Same.covers(d.before().get(), d.after().get()))
        .filter(d -> kind.get().freezes(d, before))
        .findFirst();
  }
}
