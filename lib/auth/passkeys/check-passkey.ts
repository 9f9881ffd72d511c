import "server-only";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { type ChallengeUse, keepChallenge, takeChallenge } from "./passkey-challenge-repository";
import { advancePasskey, findPasskey, type StoredPasskey } from "./passkey-repository";
import type { PasskeyAnswer } from "./passkey-schema";
import { requireRelyingParty } from "./relying-party";

/** The handle under which a device keeps an account. It tells nobody anything: it is random, as our ids are. */
export const handleOf = (userId: string) => Buffer.from(userId);

/** What to show a device, so that it signs with one of these passkeys, or with whichever it has for this host. */
export async function askForPasskey(
  use: ChallengeUse,
  passkeys: readonly StoredPasskey[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id } = requireRelyingParty();
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  const options = await generateAuthenticationOptions({
    rpID: id,
    // With it a passkey is two factors: the device, and the finger, face or PIN that it asks for.
    userVerification: "required",
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
  await keepChallenge(options.challenge, use);
  return options;
}

export type CheckedPasskey = { userId: string; passkeyId: string };
/** `email` where the passkey itself is known. */
export type RefusedPasskey = { refused: string; email?: string };

/**
 * Checks what a device signed: the challenge, which is spent by it, this host, the origin, that the person was verified,
 * the signature, and that the counter goes up. Says why not in a word for the log.
 */
export async function checkPasskey(answer: PasskeyAnswer, use: ChallengeUse): Promise<CheckedPasskey | RefusedPasskey> {
  const { id, origins } = requireRelyingParty();
  const passkey = await findPasskey(answer.id);
  if (!passkey) return { refused: "unknown-passkey" };
  const { userId, email } = passkey;
  const { userHandle, ...signed } = answer.response;
  if (userHandle !== undefined && userHandle !== handleOf(userId).toString("base64url"))
    return { refused: "another-person", email };
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response: signed },
      expectedChallenge: (challenge) => takeChallenge(challenge, use),
      expectedOrigin: origins,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: Buffer.from(passkey.publicKey, "base64url"),
        // It would only throw a sentence: the counter is compared below.
        counter: 0,
        transports: passkey.transports,
      },
    });
    if (!verified) return { refused: "wrong-signature", email };
    if (!(await advancePasskey(passkey, authenticationInfo.newCounter))) return { refused: "counter", email };
    return { userId, passkeyId: passkey.id };
  } catch {
    return { refused: "not-valid", email };
  }
}
