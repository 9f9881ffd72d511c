import "server-only";
import type { Member } from "@/lib/auth/actor";
import { findActor } from "@/lib/auth/current-actor";
import { Refusal } from "@/lib/platform/errors";
import { problem } from "./problem";
import { assertSameOrigin } from "./same-origin";

/**
 * The frame of a route for pages of ours that are open, and for nobody else: by the session alone, whatever token comes
 * along, and from our own pages. What a page asks by itself is no use of the session: one that is left open ends all
 * the same.
 */
export async function asSessionRoute(
  { headers }: Request,
  work: (actor: Member) => Promise<Response>,
): Promise<Response> {
  try {
    assertSameOrigin(headers);
    const actor = await findActor(headers, { counts: false });
    if (!actor) throw new Refusal("NOT_SIGNED_IN", "Your session has ended. Sign in again.");
    return await work(actor);
  } catch (error) {
    return problem(error);
  }
}
