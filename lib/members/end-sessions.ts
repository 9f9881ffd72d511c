import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { parseInput } from "@/lib/platform/to-error-dto";
import { endSessionRows } from "./member-repository";
import { memberReference } from "./member-schema";
import { requireMember } from "./require-member";

/** Signs someone out everywhere. Returns the number of sessions that ended. */
export async function endSessions(actor: Member, input: unknown): Promise<{ ended: number }> {
  authorize(actor, "member:end-sessions");
  requireRecentSignIn(actor);
  const { userId } = parseInput(memberReference, input);
  return { ended: await endSessionRows(actor, await requireMember(actor, userId)) };
}
