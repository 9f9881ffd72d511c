"use server";

import { CONFIRM_IDENTITY } from "@/lib/auth/auth-dto";
import { asPersonAction, asPublicAction } from "@/lib/auth/doors/as-action";
import { returnPath } from "@/lib/auth/doors/return-path";
import { peerOf } from "@/lib/auth/peer-of";
import type { ActionResult } from "@/lib/platform/result-dto";
import { beginOidc } from "./begin-oidc";

/** The address of the provider, for the caller to open: a redirect would be one out of a form, which the policy forbids. */
export async function beginOidcAction(next: unknown): Promise<ActionResult<{ url: string }>> {
  return asPublicAction(async (headers) => {
    const path = returnPath(typeof next === "string" ? next : undefined);
    return { url: await beginOidc(path, peerOf(headers)) };
  });
}

/** The same for someone who is signed in and only confirms that it is them. */
export async function beginOidcConfirmationAction(): Promise<ActionResult<{ url: string }>> {
  return asPersonAction(async (actor) => ({
    url: await beginOidc(`${CONFIRM_IDENTITY}?done`, actor.peer, actor),
  }));
}
