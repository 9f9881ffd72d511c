import "server-only";
import { ProofRefused } from "@/lib/auth/account/proof-refused";
import { confirmSession } from "@/lib/auth/account/session-repository";
import { findPerson } from "@/lib/auth/current-actor";
import { recordRefused } from "@/lib/auth/doors/record-refused";
import { finishOidc } from "./finish-oidc";
import type { OidcFlow } from "./oidc-flow";
import { OidcProblem } from "./oidc-problem";
import { findOidcUser } from "./oidc-repository";

/**
 * *Confirm it's you* by the provider, in a window of its own: the person that this account is tied to showed who they
 * are since we asked. It counts for the session that asked only, and ties nothing. Throws `OidcProblem`.
 */
export async function confirmWithOidc(search: string, flow: OidcFlow, headers: Headers): Promise<string> {
  const actor = await findPerson(headers);
  if (!actor || actor.sessionId !== flow.sessionId) throw new OidcProblem("expired", { reason: "another-session" });
  const { accountId } = await finishOidc(search, flow);
  if ((await findOidcUser(accountId)) !== actor.userId) {
    await recordRefused(actor, new ProofRefused("single-sign-on", "FORBIDDEN", "This is someone else."));
    throw new OidcProblem("other-person");
  }
  await confirmSession(actor.sessionId, "provider");
  return flow.next;
}
