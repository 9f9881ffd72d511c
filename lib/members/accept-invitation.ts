import "server-only";
import type { SignInStep } from "@/lib/auth/auth-dto";
import { setActiveWorkspace } from "@/lib/auth/auth-repository";
import { findSession } from "@/lib/auth/current-actor";
import { acceptPassword } from "@/lib/auth/password/accept-password";
import { inPlace } from "@/lib/auth/password/hashing-line";
import { hashPassword } from "@/lib/auth/password/password-hash";
import { peerOf } from "@/lib/auth/peer-of";
import { provePassword } from "@/lib/auth/sign-in/sign-in";
import { startSession } from "@/lib/auth/sign-in/start-session";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { readInvitationToken } from "./invitation-token";
import { INVITATION_DAYS } from "./member-dto";
import { newPersonForm } from "./member-schema";
import { acceptAsNewUser, acceptAsUser, findOffer, type Offer } from "./offer-repository";

const unusable = () =>
  new Refusal(
    "INVITATION_UNUSABLE",
    `You can't use this invitation: it was already used or revoked, or is older than ${INVITATION_DAYS} days. Ask for a new one.`,
  );

/** `hash` of the password that they chose or showed, where they had no session. */
type Joiner = { userId: string | undefined; hash: string | undefined };

/** Someone new: an account of the invited address, whatever address the input names. */
async function joinAsNew(offer: Offer, input: unknown, peer: string | undefined): Promise<Joiner> {
  const { name, password } = parseInput(newPersonForm, input);
  return inPlace(peer, async (place) => {
    await acceptPassword(password, [name, offer.email]);
    const hash = await hashPassword(place, password);
    return { userId: await acceptAsNewUser(offer, { name, proof: { passwordHash: hash }, peer }), hash };
  });
}

/** Someone who has an account shows its password first. */
async function joinAsKnown(offer: Offer, input: unknown, peer: string | undefined): Promise<Joiner> {
  const { userId, hash } = await provePassword({ ...(input as object), email: offer.email }, peer);
  return { userId: await acceptAsUser(offer, userId, peer), hash };
}

type Joined = { workspaceId: string; step: SignInStep };

/**
 * Accepts an invitation, once and for the invited address only: by whoever is signed in with it, shows the password of
 * its account, or makes that account. They are signed in afterwards, in the workspace that they joined; an account with
 * a second factor has joined by then, and is asked for its code.
 * @param input `{"token","name"?,"password"?}`
 */
export async function acceptInvitation(input: unknown, headers: Headers): Promise<Joined> {
  const tokenHash = readInvitationToken(input);
  const offer = tokenHash && (await findOffer(tokenHash));
  if (!offer) throw unusable();
  const { workspaceId } = offer;
  const peer = peerOf(headers);
  const session = await findSession(headers);
  if (session && session.userId !== offer.userId)
    throw new Refusal("FORBIDDEN", "This invitation is for a different address than the one you're signed in with.");
  const join = offer.userId === undefined ? joinAsNew : joinAsKnown;
  const { userId, hash }: Joiner = session
    ? { userId: await acceptAsUser(offer, session.userId, peer), hash: undefined }
    : await join(offer, input, peer);
  if (userId === undefined) throw unusable();
  log.info({ invitationId: offer.id, workspaceId }, "an invitation was accepted");
  if (hash !== undefined) {
    const step = await startSession({ userId, shown: { way: "password", hash }, workspaceId }, headers);
    return { workspaceId, step };
  }
  if (session) await setActiveWorkspace(session.sessionId, workspaceId);
  return { workspaceId, step: "signed-in" };
}
