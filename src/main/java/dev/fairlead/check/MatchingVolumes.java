package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.check.TemplateClaims.Template;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostic;
import dev.fairlead.model.ByClaim;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Claims that name no volume beside volumes that name no claim. Kubernetes looks for a volume of
 * the same class that fits; if there is none, the claim stays Pending, or gets a new disk. See <a
 * href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding">Binding</a>.
 */
final class MatchingVolumes extends Rule {
  /** With more pairs to compare than this, it takes too long. */
  private static final int MAX_PAIRS = 100_000;

  @Override
  void check(Plan plan, Findings findings) {
    ByClaim<Volume> reserved = new ByClaim<>();
    Set<String> named = new HashSet<>();
    for (Claim claim : plan.claims()) {
      if (claim.volumeName().isPresent()) {
        named.add(claim.volumeName().get().value());
      }
    }
    List<Volume> volumes = new ArrayList<>();
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        reserved.putIfAbsent(volume.claimRef().get().value(), volume);
      } else if (!named.contains(volume.name())) {
        volumes.add(volume);
      }
    }
    if (volumes.isEmpty()) {
      return;
    }
    List<Claim> claims = new ArrayList<>();
    for (Claim claim : plan.claims()) {
      boolean open = claim.volumeName().isEmpty() && reserved.get(claim.ref()) == null;
      if (open && !isFilled(claim)) {
        claims.add(claim);
      }
    }
    addTemplates(plan, claims);
    if ((long) claims.size() * volumes.size() > MAX_PAIRS) {
      return;
    }
    List<Volume> free = new ArrayList<>(volumes);
    List<Claim> waiting = new ArrayList<>();
    for (Claim claim : claims) {
      if (!removeFitting(claim, volumes, free)) {
        waiting.add(claim);
      }
    }
    for (Claim claim : waiting) {
      List<Volume> candidates = claim.selector().isPresent() ? volumes : free;
      if (!candidates.isEmpty()) {
        check(claim, candidates, claims.size() == 1 && volumes.size() == 1, findings);
      }
    }
  }

  /** Adds the first claim of each claim template for which nothing is reserved. */
  private static void addTemplates(Plan plan, List<Claim> claims) {
    TemplateClaims made = new TemplateClaims(plan);
    Set<Template> served = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent()) {
        served.add(made.of(volume.claimRef().get().value()));
      }
    }
    for (Claim claim : plan.claims()) {
      served.add(made.of(claim.ref()));
    }
    for (Template template : made.templates()) {
      ClaimRef first = new ClaimRef(template.set().namespace(), template.base() + "-0");
      Optional<Claim> claim = template.claim(first);
      if (claim.isPresent() && !served.contains(template)) {
        claims.add(claim.get());
      }
    }
  }

  /** Takes the volumes that fit the claim out of those that are free; false if none fits. */
  private static boolean removeFitting(Claim claim, List<Volume> volumes, List<Volume> free) {
    boolean found = false;
    for (Volume volume : volumes) {
      if (Candidate.of(claim, volume).fits()) {
        found = true;
        free.remove(volume);
      }
    }
    return found;
  }

  /** Whether the claim asks for a new disk with data on it. */
  private static boolean isFilled(Claim claim) {
    return claim.dataSource().isPresent() || claim.dataSourceRef().isPresent();
  }

  private static void check(Claim claim, List<Volume> volumes, boolean alone, Findings findings) {
    Candidate best = null;
    List<Candidate> fitting = new ArrayList<>();
    for (Volume volume : volumes) {
      Candidate candidate = Candidate.of(claim, volume);
      if (candidate.fitsButForDefaultClass()) {
        fitting.add(candidate);
      }
      if (best == null || candidate.isBetterThan(best)) {
        best = candidate;
      }
    }
    if (best.fitsButForDefaultClass()) {
      // A spec leaves the class out on purpose.
      if (findings.inManifests()) {
        defaultClass(claim, best.hasSameName() ? List.of(best) : meant(fitting), findings);
      }
    } else if (claim.selector().isPresent() || best.isMeant(alone)) {
      findings.warn(
          List.of(claim),
          Diagnostic.of(
                  Code.NO_MATCHING_VOLUME,
                  claim.metadata().name().span(),
                  message(
                      "claim {} fits no volume here: volume {} {}; {}",
                      claim.name(),
                      best.volume().name(),
                      plain(best.problem()),
                      plain(best.consequence())))
              .withHint(
                  findings.hint(
                      message("make both agree, or write volume: {}", plain(best.volume().name())),
                      "make both agree, or let them name each other: volumeName in the claim,"
                          + " claimRef in the volume"))
              .withRelated(best.volume().metadata().name().span(), "the volume that is nearest"));
    }
  }

  /** The only volume that needs no class, or all. */
  private static List<Candidate> meant(List<Candidate> fitting) {
    List<Candidate> classless = new ArrayList<>();
    for (Candidate candidate : fitting) {
      if (candidate.fitsWithoutClass()) {
        classless.add(candidate);
      }
    }
    return classless.size() == 1 ? classless : fitting;
  }

  private static void defaultClass(Claim claim, List<Candidate> meant, Findings findings) {
    if (meant.size() > 1) {
      List<Resource> about = new ArrayList<>();
      about.add(claim);
      for (Candidate candidate : meant) {
        about.add(candidate.volume());
      }
      findings.warn(
          Code.DEFAULT_CLASS,
          about,
          claim.metadata().name().span(),
          message(
              "claim {} names no class and no volume: a cluster fills in its default class, and"
                  + " then it may take none of the {} volumes here that fit",
              claim.name(),
              meant.size()),
          "give it the class of the volume that is meant, or volumeName");
      return;
    }
    Volume volume = meant.get(0).volume();
    String given = volume.storageClassName().value();
    findings.warn(
        List.of(claim, volume),
        Diagnostic.of(
                Code.DEFAULT_CLASS,
                claim.metadata().name().span(),
                message(
                    "claim {} names no class and no volume: a cluster fills in its default class,"
                        + " and then volume {} is never taken",
                    claim.name(),
                    volume.name()))
            .withHint(
                message(
                    "write storageClassName: {} in the claim",
                    plain(given.isEmpty() ? "\"\"" : given)))
            .withRelated(
                volume.storageClassName().span(), message("the volume has the class {}", given)));
  }
}
