import "server-only";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { peerOf } from "@/lib/auth/peer-of";
import { recordRefusedSignIn } from "@/lib/auth/sign-in/session-audit-repository";
import { countStep, giveStepsBack } from "@/lib/auth/sign-in/sign-in-limits";
import { startSession } from "@/lib/auth/sign-in/start-session";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { askForPasskey, checkPasskey } from "./check-passkey";
import { passkeyAnswer } from "./passkey-schema";

const USE = { purpose: "sign-in", sessionId: undefined } as const;

/** Names no account: the device shows those that it has passkeys for. */
export async function beginPasskeySignIn(peer: string | undefined): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await countStep(peer);
  return askForPasskey(USE, []);
}

/** Starts a session and sets its cookie. A passkey is both factors at once, so no code is asked for after it. */
export async function signInWithPasskey(input: unknown, headers: Headers): Promise<void> {
  const answer = parseInput(passkeyAnswer, input);
  const peer = peerOf(headers);
  await countStep(peer);
  const checked = await checkPasskey(answer, USE);
  if ("refused" in checked) {
    log.warn({ peer, reason: checked.refused }, "a passkey was refused");
    await recordRefusedSignIn(checked.email ?? "", peer, "passkey-refused");
    throw new Refusal(
      "SIGN_IN_REFUSED",
      "We couldn't accept this passkey. It may have been removed from its account. Sign in another way.",
    );
  }
  const { userId, passkeyId } = checked;
  await startSession({ userId, shown: { way: "passkey", passkeyId } }, headers);
  await giveStepsBack(peer);
}
