import "server-only";
import { acceptPassword } from "@/lib/auth/accept-password";
import { setActiveWorkspace } from "@/lib/auth/auth-repository";
import { findSession } from "@/lib/auth/current-actor";
import { hashPassword } from "@/lib/auth/password-hash";
import { signIn } from "@/lib/auth/sign-in";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { acceptAsNewUser, acceptAsUser, findOffer, type Offer } from "./invitation-repository";
import { readInvitationToken } from "./invitation-token";
import { newPersonForm } from "./member-schema";

const unusable = () =>
  new Refusal(
    "INVITATION_UNUSABLE",
    "This invitation cannot be used: it was used already, taken back, or is older than seven days. Ask for a new one.",
  );

/** An account with a second factor signs in where it is asked for, and then opens the link again. */
async function signInAtOnce(input: unknown, headers: Headers) {
  const signedIn = await signIn(input, headers);
  if (signedIn !== "second-factor") return signedIn;
  throw new Refusal("FORBIDDEN", "This account has a second factor: sign in first, then open this link again.");
}

/** Someone new: an account of the invited address, whatever address the input names. */
async function joinAsNew(offer: Offer, input: unknown, headers: Headers, peer: string | undefined): Promise<string> {
  const { name, password } = parseInput(newPersonForm, input);
  await acceptPassword(password, [name, offer.email]);
  const proof = { passwordHash: await hashPassword(password) };
  if (!(await acceptAsNewUser(offer, { name, proof, peer }))) throw unusable();
  return (await signInAtOnce({ email: offer.email, password }, headers)).token;
}

/** Someone who has an account shows its password first. */
async function joinAsKnown(offer: Offer, input: unknown, headers: Headers, peer: string | undefined): Promise<string> {
  const { userId, token } = await signInAtOnce({ ...(input as object), email: offer.email }, headers);
  if (!(await acceptAsUser(offer, userId, peer))) throw unusable();
  return token;
}

/**
 * Accepts an invitation, once and for the invited address only: by whoever is signed in with it, shows the password of
 * its account, or makes that account. They are signed in afterwards, in the workspace that they joined.
 * @param input `{"token","name"?,"password"?}`
 */
export async function acceptInvitation(input: unknown, headers: Headers): Promise<{ workspaceId: string }> {
  const tokenHash = readInvitationToken(input);
  const offer = tokenHash && (await findOffer(tokenHash));
  if (!offer) throw unusable();
  const { workspaceId } = offer;
  const peer = headers.get("x-latchkey-peer") ?? undefined;
  const found = await findSession(headers);
  if (found) {
    const { session } = found;
    if (session.userId !== offer.userId)
      throw new Refusal("FORBIDDEN", "This invitation is for another address than the one you are signed in with.");
    if (!(await acceptAsUser(offer, session.userId, peer))) throw unusable();
    await setActiveWorkspace({ id: session.id }, workspaceId);
  } else {
    const join = offer.userId === undefined ? joinAsNew : joinAsKnown;
    await setActiveWorkspace({ token: await join(offer, input, headers, peer) }, workspaceId);
  }
  log.info({ invitationId: offer.id, workspaceId }, "an invitation was accepted");
  return { workspaceId };
}
