import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { log } from "@/lib/platform/log";
import type { TrailVerdictDto } from "./audit-dto";
import { recordAccess } from "./audit-repository";
import { checkChain, type NotedEvent } from "./check-chain";
import { describeVerdict } from "./verdict-words";

/**
 * *Verify the trail*: says whether every event is as written and none is missing, or which is the first that does not
 * hold. That a member or a token asked is an event itself; the command line only reads.
 */
export async function verifyTrail(actor: Actor, noted?: NotedEvent): Promise<TrailVerdictDto> {
  authorize(actor, "audit:read");
  const verdict = await checkChain(actor.workspaceId, noted);
  // The log is another place than the database: what it says of a trail cannot be changed there.
  log[verdict.intact ? "info" : "error"]({ workspaceId: actor.workspaceId, ...verdict }, "audit trail verified");
  if (actor.kind !== "job") {
    const recorded = recordAccess(actor, { action: "audit.verified", result: verdict.intact ? "ok" : "does-not-hold" });
    // A trail whose head was set back takes no new event: that must not hide what was found.
    await (verdict.intact ? recorded : recorded.catch(() => undefined));
  }
  return describeVerdict(verdict);
}
