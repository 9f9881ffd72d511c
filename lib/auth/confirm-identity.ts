import "server-only";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { Member } from "./actor";
import { confirmForm } from "./auth-schema";
import { checkOwnPassword } from "./check-own-password";
import { inPlace } from "./hashing-line";
import { confirmSession } from "./session-repository";

/** *Confirm it is you*: the password again, for what `requireRecentSignIn` holds back. It counts for this session only. */
export async function confirmIdentity(actor: Member, input: unknown): Promise<void> {
  const { password } = parseInput(confirmForm, input);
  await inPlace(actor.peer, (place) => checkOwnPassword(place, actor, password, "password"));
  await confirmSession(actor.sessionId);
}
