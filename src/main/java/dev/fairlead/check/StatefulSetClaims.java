package dev.fairlead.check;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.check.TemplateClaims.Template;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Nearest;
import dev.fairlead.diagnostic.Span;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A claim with almost the name of one that a StatefulSet makes. The pods ask for {@code
 * <template>-<set>-<ordinal>} and find the claim only under exactly this name; else they get empty
 * disks. A name prefix of kustomize comes before the whole claim, but before the name of the set.
 */
final class StatefulSetClaims extends Rule {
  /** With more names to compare than this, it takes too long. */
  private static final int MAX_PAIRS = 100_000;

  @Override
  void check(Plan plan, Findings findings) {
    TemplateClaims made = new TemplateClaims(plan);
    int names = plan.claims().size() + plan.volumes().size();
    if (made.templates().isEmpty() || (long) names * made.templates().size() > MAX_PAIRS) {
      return;
    }
    Set<ClaimRef> seen = new HashSet<>();
    for (Claim claim : plan.claims()) {
      if (seen.add(claim.ref())) {
        check(claim, claim.ref(), claim.metadata().name().span(), made, findings);
      }
    }
    for (Volume volume : plan.volumes()) {
      if (volume.claimRef().isPresent() && seen.add(volume.claimRef().get().value())) {
        Span span = volume.claimRef().get().span();
        check(volume, volume.claimRef().get().value(), span, made, findings);
      }
    }
  }

  private static void check(
      Resource about, ClaimRef claim, Span span, TemplateClaims made, Findings findings) {
    if (made.of(claim) != null) {
      return;
    }
    for (Template template : made.templates()) {
      String meant = meant(claim, template);
      if (!meant.isEmpty()) {
        findings.warn(
            Code.NEAR_CLAIM_NAME,
            List.of(about, template.set()),
            span,
            message(
                "the pods of StatefulSet {} ask for the claim {}, not {}: they would get other"
                    + " disks",
                template.set().name(),
                new ClaimRef(template.set().namespace(), meant).toString(),
                claim.toString()),
            message(
                "name {} {}; a claim's name is <template>-<StatefulSet>-<number>",
                plain(about instanceof Claim ? "the claim" : "in claimRef of the volume"),
                plain(meant)));
        return;
      }
    }
  }

  /** The claim of the template that the name is probably meant for; empty if there is none. */
  private static String meant(ClaimRef claim, Template template) {
    String name = claim.name();
    String base = claim.withoutOrdinal();
    String set = template.set().name();
    if (!base.isEmpty()) {
      String ordinal = name.substring(base.length());
      if (Nearest.distance(base, template.base(), 1) <= 1) {
        return template.base() + ordinal;
      }
      for (int i = 1; i < set.length(); i++) {
        if (base.equals(set.substring(0, i) + template.name() + "-" + set.substring(i))) {
          return template.base() + ordinal;
        }
      }
    }
    for (int i = 1; i < set.length(); i++) {
      String suffix = set.substring(i);
      String start = template.name() + "-" + set.substring(0, i) + "-";
      boolean framed =
          name.startsWith(start)
              && name.endsWith(suffix)
              && name.length() > start.length() + suffix.length();
      if (framed) {
        String ordinal = name.substring(start.length(), name.length() - suffix.length());
        if (ordinal.matches("[0-9]{1,10}")) {
          return template.base() + "-" + ordinal;
        }
      }
    }
    return "";
  }
}
