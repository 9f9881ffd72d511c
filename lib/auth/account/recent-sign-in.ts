import "server-only";
import type { Actor, Person } from "@/lib/auth/actor";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";

/**
 * A12: what cannot be undone asks who is there once more, where the sign-in is older than `CONFIRM_AFTER_MINUTES`.
 * Called by use cases right after `authorize`. Jobs have no password and are not asked, and neither are tokens: what one
 * is for was granted under such a sign-in. Throws a refusal.
 */
export function requireRecentSignIn(actor: Actor | Person): void {
  if (actor.kind === "job" || actor.kind === "token") return;
  const ageMs = Date.now() - actor.confirmedAt.getTime();
  const limitMs = env().CONFIRM_AFTER_MINUTES * 60_000;
  // A clock that was set back makes it negative: that is no recent sign-in either.
  if (ageMs <= limitMs && ageMs >= -limitMs) return;
  throw new Refusal("CONFIRM_PASSWORD", "Confirm it's you to continue. What you typed is still here.");
}
