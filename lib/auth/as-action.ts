import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { ActionResult } from "@/lib/platform/result-dto";
import { toRefusal } from "@/lib/platform/to-error-dto";
import type { Member } from "./actor";
import { requireActor } from "./current-actor";
import { assertSameOrigin } from "./same-origin";

/** The frame of every server action that needs no session: same origin, and refusals as values. */
export async function asPublicAction<T>(work: (headers: Headers) => Promise<T>): Promise<ActionResult<T>> {
  try {
    const requestHeaders = await headers();
    assertSameOrigin(requestHeaders);
    return { ok: true, data: await work(requestHeaders) };
  } catch (error) {
    // Next's own signals (redirects) are no errors.
    unstable_rethrow(error);
    return { ok: false, error: toRefusal(error).dto };
  }
}

/** The frame of every other server action: it asks who is there before anything else. */
export function asAction<T>(work: (actor: Member) => Promise<T>): Promise<ActionResult<T>> {
  return asPublicAction(async (requestHeaders) => work(await requireActor(requestHeaders)));
}
