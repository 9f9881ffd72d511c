import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { acceptPassword } from "./accept-password";
import type { Member } from "./actor";
import { passwordForm } from "./auth-schema";
import { checkOwnPassword } from "./check-own-password";
import { hashPassword } from "./password-hash";
import { changePasswordRow } from "./password-repository";

/** Changes one's own password, with the old one at hand. Every other session of the account ends. */
export async function changePassword(actor: Member, input: unknown): Promise<void> {
  const { current, password } = parseInput(passwordForm, input);
  await acceptPassword(password, [actor.name, actor.email]);
  const { hash } = await checkOwnPassword(actor, current, "current");
  if (await changePasswordRow(actor, hash, await hashPassword(password))) return;
  throw new Refusal("CHANGED_MEANWHILE", "The password was changed somewhere else in this moment. Sign in again.");
}
