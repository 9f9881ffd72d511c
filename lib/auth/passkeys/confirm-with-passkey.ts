import "server-only";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { ProofRefused } from "@/lib/auth/account/proof-refused";
import { confirmSession } from "@/lib/auth/account/session-repository";
import type { Person } from "@/lib/auth/actor";
import { countStep, giveStepsBack } from "@/lib/auth/sign-in/sign-in-limits";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { askForPasskey, checkPasskey } from "./check-passkey";
import { listPasskeyRows } from "./passkey-repository";
import { passkeyAnswer } from "./passkey-schema";

const purposeOf = ({ sessionId }: Person) => ({ purpose: "confirm", sessionId }) as const;

export async function beginPasskeyConfirmation(actor: Person): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await countStep(actor.peer);
  const passkeys = await listPasskeyRows(actor.userId);
  if (passkeys.length === 0) throw new Refusal("NOT_FOUND", "This account has no passkey.");
  return askForPasskey(purposeOf(actor), passkeys);
}

/** *Confirm it's you* by a passkey of one's own. It counts for this session only. */
export async function confirmWithPasskey(actor: Person, input: unknown): Promise<void> {
  const answer = parseInput(passkeyAnswer, input);
  await countStep(actor.peer);
  const checked = await checkPasskey(answer, purposeOf(actor));
  if ("refused" in checked || checked.userId !== actor.userId) {
    const reason = "refused" in checked ? checked.refused : "another-person";
    log.warn({ peer: actor.peer, reason }, "a passkey was refused");
    throw new ProofRefused(
      "passkey",
      "FORBIDDEN",
      "We couldn't accept this passkey. Try again, or confirm another way.",
    );
  }
  await confirmSession(actor.sessionId, "passkey");
  await giveStepsBack(actor.peer);
}
