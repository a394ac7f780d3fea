package dev.fairlead.doctor;

import static dev.fairlead.diagnostic.Message.message;
import static dev.fairlead.diagnostic.Message.plain;

import dev.fairlead.binder.Binder;
import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Message;
import dev.fairlead.live.Dump;
import dev.fairlead.live.LiveClaim;
import dev.fairlead.live.LiveKind;
import dev.fairlead.live.LiveWorkload;
import java.util.ArrayList;
import java.util.List;

/** Bound claims that no pod mounts: their disks cost money, or somebody forgot them. */
final class UnusedClaims implements Examination {
  @Override
  public void examine(Dump dump, Binder binder, Findings findings) {
    for (LiveClaim claim : dump.claims()) {
      if (claim.isBound()
          && !claim.isTerminating()
          && dump.knows(LiveKind.POD, claim.ref().namespace())
          && dump.pods(claim.ref()).isEmpty()) {
        List<Message.Plain> users = new ArrayList<>();
        for (LiveWorkload user : dump.users(claim.ref())) {
          users.add(plain(message("{} {}", user.kind(), user.name())));
        }
        findings.add(
            Code.UNUSED_CLAIM,
            claim,
            message(
                "no pod mounts claim {}{}",
                claim.ref().toString(),
                plain(users.isEmpty() ? "" : message("; {} would", users))),
            "see it before you delete it: " + Kubectl.describe("pvc", claim.ref()));
      }
    }
  }
}
