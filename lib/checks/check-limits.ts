import "server-only";
import { type Actor, personIdOf } from "@/lib/auth/actor";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { once } from "@/lib/platform/process-state.mjs";
import { spend } from "@/lib/platform/rate-limit";

const RUNNING_PER_WORKSPACE = 5;
const RUNNING_PER_PROCESS = 20;

/** Checks that run in this process, by workspace. */
const running = once("running checks", () => new Map<string, number>());
const total = () => [...running.values()].reduce((sum, count) => sum + count, 0);

function tooMany(message: string, retryAfterSeconds: number): Refusal {
  return new Refusal("TOO_MANY_CHECKS", `${message} Nothing was sent or saved.`, { retryAfterSeconds });
}

/** A person and all tokens of theirs are counted together: fifty tokens are no fifty people. */
async function spendOfMinute(actor: Actor): Promise<void> {
  const { CHECKS_PER_MINUTE_OF_MEMBER: ofMember, CHECKS_PER_MINUTE_OF_WORKSPACE: ofWorkspace } = env();
  const own = await spend({ name: "checks-of-member", points: ofMember, seconds: 60 }, personIdOf(actor));
  if (own !== undefined) throw tooMany(`You've run ${ofMember} checks in a minute. Try again in ${own} seconds.`, own);
  const all = await spend({ name: "checks-of-workspace", points: ofWorkspace, seconds: 60 }, actor.workspaceId);
  if (all !== undefined)
    throw tooMany(`Your workspace has run ${ofWorkspace} checks in a minute. Try again in ${all} seconds.`, all);
}

/**
 * Runs a check within the limits: so many a minute for a member and for a workspace, counted for all instances
 * together, and so many at a time in this process. Throws a refusal past them: Latchkey is no place to try out keys.
 */
export async function withinCheckLimits<T>(actor: Actor, check: () => Promise<T>): Promise<T> {
  const { workspaceId } = actor;
  const own = running.get(workspaceId) ?? 0;
  if (own >= RUNNING_PER_WORKSPACE)
    throw tooMany(`Your workspace has ${own} checks running. Wait for one to finish.`, 5);
  if (total() >= RUNNING_PER_PROCESS)
    throw tooMany(`This server has ${total()} checks running. Wait for one to finish.`, 5);
  // Taken before anything is waited for, so that no two take the same place.
  running.set(workspaceId, own + 1);
  try {
    if (actor.kind !== "job") await spendOfMinute(actor);
    return await check();
  } finally {
    const left = (running.get(workspaceId) ?? 1) - 1;
    if (left > 0) running.set(workspaceId, left);
    else running.delete(workspaceId);
  }
}
