import "server-only";
import type { Person } from "@/lib/auth/actor";
import { passwordForm } from "@/lib/auth/auth-schema";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { acceptPassword } from "./accept-password";
import { checkOwnPassword } from "./check-own-password";
import { inPlace } from "./hashing-line";
import { hashPassword } from "./password-hash";
import { changePasswordRow } from "./password-repository";

/** Changes one's own password, with the old one at hand. Every other session of the account ends. */
export async function changePassword(actor: Person, input: unknown): Promise<void> {
  const { current, password } = parseInput(passwordForm, input);
  const isChanged = await inPlace(actor.peer, async (place) => {
    const { hash } = await checkOwnPassword(place, actor, current, "current");
    await acceptPassword(password, [actor.name, actor.email]);
    return changePasswordRow(actor, hash, await hashPassword(place, password));
  });
  if (isChanged) return;
  throw new Refusal("CHANGED_MEANWHILE", "Your password was just changed somewhere else. Sign in again.");
}
