import "server-only";
import { findFirstWorkspace } from "@/lib/auth/auth-repository";
import { HOME } from "@/lib/auth/doors/return-path";
import { peerOf } from "@/lib/auth/peer-of";
import { startSession } from "@/lib/auth/sign-in/start-session";
import { finishOidc, type OidcIdentity } from "@/lib/auth/sso/finish-oidc";
import type { OidcFlow } from "@/lib/auth/sso/oidc-flow";
import { OidcProblem } from "@/lib/auth/sso/oidc-problem";
import { findOidcUser, OIDC_PROVIDER, tieOidcAccount } from "@/lib/auth/sso/oidc-repository";
import { log } from "@/lib/platform/log";
import { hashInvitationToken } from "./invitation-token";
import { personName } from "./member-schema";
import { acceptAsNewUser, acceptAsUser, findOfferFor } from "./offer-repository";

type Found = { userId: string; joined: boolean };

/**
 * The account of a person of the provider: the one that they are tied to, else that of their verified address. Who has
 * none is let in by an invitation for that address only, and so is who is in no workspace any more.
 */
async function findPerson(identity: OidcIdentity, next: string, peer: string | undefined): Promise<Found> {
  const { accountId, email } = identity;
  const known = (await findOidcUser(accountId)) ?? (await tieOidcAccount({ accountId, email, peer }));
  if (known === "taken") throw new OidcProblem("other-person", { reason: "another-person-is-tied", email });
  if (known !== undefined && (await findFirstWorkspace(known)) !== undefined) return { userId: known, joined: false };
  const token = /^\/invite\/([\w-]{43})$/.exec(next)?.[1];
  const offer = await findOfferFor(email, token && hashInvitationToken(token));
  if (!offer) throw new OidcProblem(known === undefined ? "not-invited" : "no-workspace", { email });
  const proof = { providerId: OIDC_PROVIDER, accountId };
  const userId =
    known === undefined
      ? await acceptAsNewUser(offer, { name: personName(identity.name, email), proof, peer })
      : await acceptAsUser(offer, known, peer);
  if (userId === undefined) throw new OidcProblem("not-invited", { reason: "invitation-used-meanwhile", email });
  log.info({ invitationId: offer.id, workspaceId: offer.workspaceId }, "an invitation was accepted by single sign-on");
  return { userId, joined: true };
}

/**
 * Signs in whom the provider sent back, and returns the path where the browser goes on. Throws `OidcProblem`.
 * @param search what the callback was asked with, from the question mark on
 */
export async function signInWithOidc(search: string, flow: OidcFlow, headers: Headers): Promise<string> {
  const peer = peerOf(headers);
  const identity = await finishOidc(search, flow);
  const { userId, joined } = await findPerson(identity, flow.next, peer);
  const { accountId, authenticatedAt: confirmedAt } = identity;
  await startSession({ userId, shown: { way: "single-sign-on", accountId }, confirmedAt }, headers);
  return joined ? HOME : flow.next;
}
