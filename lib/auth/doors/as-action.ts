import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { Member, Person } from "@/lib/auth/actor";
import { assertReady } from "@/lib/platform/check-ready";
import type { ActionResult } from "@/lib/platform/result-dto";
import { toRefusal } from "@/lib/platform/to-error-dto";
import { withActor, withPerson } from "./record-refused";
import { assertSameOrigin } from "./same-origin";
import { assertSameWorkspace } from "./same-workspace";

/** The frame of every server action that needs no session: same origin, and refusals as values. */
export async function asPublicAction<T>(work: (headers: Headers) => Promise<T>): Promise<ActionResult<T>> {
  try {
    const requestHeaders = await headers();
    assertSameOrigin(requestHeaders);
    await assertReady();
    return { ok: true, data: await work(requestHeaders) };
  } catch (error) {
    // Next's own signals (redirects) are no errors.
    unstable_rethrow(error);
    return { ok: false, error: toRefusal(error).dto };
  }
}

/**
 * The frame of an action about the person, whichever workspace they are in: their account, and switching to another one.
 * Also for someone whose workspace lets them in no further.
 */
export function asPersonAction<T>(work: (person: Person) => Promise<T>): Promise<ActionResult<T>> {
  return asPublicAction((requestHeaders) => withPerson(requestHeaders, work));
}

/** The frame of an action that belongs to no workspace, and yet is for those whom theirs lets in: making another one. */
export function asMemberAction<T>(work: (actor: Member) => Promise<T>): Promise<ActionResult<T>> {
  return asPublicAction((requestHeaders) => withActor(requestHeaders, work));
}

/**
 * The frame of every other server action: it asks who is there before anything else, and whether they still are where
 * the page was made for.
 * @param from the workspace that the page was rendered for, as `useAction` passes it
 */
export function asAction<T>(from: unknown, work: (actor: Member) => Promise<T>): Promise<ActionResult<T>> {
  return asMemberAction((actor) => {
    assertSameWorkspace(actor, from);
    return work(actor);
  });
}

/** What pages show has changed: the browser gets this one anew with the answer, and forgets the others that it has. */
async function refreshed<T>(work: Promise<T>): Promise<T> {
  const result = await work;
  refresh();
  return result;
}

/** `asAction` for what changes something that pages show. */
export function asChange<T>(from: unknown, work: (actor: Member) => Promise<T>): Promise<ActionResult<T>> {
  return asAction(from, (actor) => refreshed(work(actor)));
}

/** `asPersonAction` for what changes something that pages show. */
export function asPersonChange<T>(work: (person: Person) => Promise<T>): Promise<ActionResult<T>> {
  return asPersonAction((actor) => refreshed(work(actor)));
}

/** Ends an action that changed what every page shows with another page. */
export function goOnTo(path: string): never {
  refresh();
  redirect(path);
}
