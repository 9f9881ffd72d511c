import "server-only";
import type { Person } from "@/lib/auth/actor";
import { confirmForm } from "@/lib/auth/auth-schema";
import { checkOwnPassword } from "@/lib/auth/password/check-own-password";
import { inPlace } from "@/lib/auth/password/hashing-line";
import { parseInput } from "@/lib/platform/to-error-dto";
import { confirmSession } from "./session-repository";

/** *Confirm it's you*: the password again, for what `requireRecentSignIn` holds back. It counts for this session only. */
export async function confirmIdentity(actor: Person, input: unknown): Promise<void> {
  const { password } = parseInput(confirmForm, input);
  await inPlace(actor.peer, (place) => checkOwnPassword(place, actor, password, "password"));
  await confirmSession(actor.sessionId);
}
