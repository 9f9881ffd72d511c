import "server-only";
import type { PublicKeyCredentialCreationOptionsJSON, VerifiedRegistrationResponse } from "@simplewebauthn/server";
import { describeDevice } from "@/lib/auth/account/describe-device";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import { requireProvenAddress } from "@/lib/auth/account/require-proven-address";
import type { Person } from "@/lib/auth/actor";
import { requireOwnSecondStep } from "@/lib/auth/second-factor/require-own-second-step";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { handleOf } from "./check-passkey";
import { keepChallenge, takeChallenge } from "./passkey-challenge-repository";
import { insertPasskey, listPasskeyRows, PASSKEYS_MAX } from "./passkey-repository";
import { passkeyForm } from "./passkey-schema";
import { requireRelyingParty } from "./relying-party";

const purposeOf = ({ sessionId }: Person) => ({ purpose: "register", sessionId }) as const;

/** What to show a device, so that it makes a passkey for this account. */
export async function beginPasskey(actor: Person): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await requireProvenAddress(actor);
  requireRecentSignIn(actor);
  await requireOwnSecondStep(actor);
  const { id } = requireRelyingParty();
  const passkeys = await listPasskeyRows(actor.userId);
  if (passkeys.length >= PASSKEYS_MAX)
    throw new Refusal("IN_USE", `An account can have ${PASSKEYS_MAX} passkeys. Remove one first.`);
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  const options = await generateRegistrationOptions({
    rpName: "Latchkey",
    rpID: id,
    userID: Uint8Array.from(handleOf(actor.userId)),
    userName: actor.email,
    userDisplayName: actor.name,
    // Which model of device it is, is nobody's business here.
    attestationType: "none",
    excludeCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(options.challenge, purposeOf(actor));
  return options;
}

/** "Chrome on Linux", or "Chrome on Linux 2" where there is one. */
function freeName(device: string, taken: readonly string[]): string {
  const names = [device, ...Array.from({ length: PASSKEYS_MAX }, (_, index) => `${device} ${index + 2}`)];
  return names.find((name) => !taken.includes(name)) ?? device;
}

/**
 * Keeps the public half of what the device made. It signs in from now on, without a password or a code. It is called
 * what the browser says that it is, until its owner calls it something else.
 */
export async function addPasskey(actor: Person, input: unknown, userAgent?: string | null): Promise<void> {
  await requireProvenAddress(actor);
  requireRecentSignIn(actor);
  await requireOwnSecondStep(actor);
  const { response } = parseInput(passkeyForm, input);
  const { id, origins } = requireRelyingParty();
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const { registrationInfo }: Partial<VerifiedRegistrationResponse> = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(challenge, purposeOf(actor)),
    expectedOrigin: origins,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => ({}));
  const made = registrationInfo?.credential;
  const stored =
    made &&
    (await insertPasskey(actor, {
      name: freeName(
        userAgent ? describeDevice(userAgent) : "Passkey",
        (await listPasskeyRows(actor.userId)).map(({ name }) => name),
      ),
      credentialId: made.id,
      publicKey: Buffer.from(made.publicKey).toString("base64url"),
      counter: BigInt(made.counter),
      transports: made.transports ?? [],
      synced: registrationInfo?.credentialBackedUp === true,
    }));
  if (!stored) throw new Refusal("FORBIDDEN", "We couldn't accept the passkey. Nothing was saved. Try again.");
}
