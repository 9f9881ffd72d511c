import "server-only";
import { resetForm } from "@/lib/auth/auth-schema";
import { rememberDevice } from "@/lib/auth/sign-in/known-device";
import { countLink } from "@/lib/auth/sign-in/sign-in-limits";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { acceptPassword } from "./accept-password";
import { inPlace } from "./hashing-line";
import { hashPassword } from "./password-hash";
import { isUnused, resetPasswordRow } from "./password-repository";
import { type ResetLink, readResetToken } from "./reset-link";

function setPassword(link: ResetLink, password: string, peer: string | undefined): Promise<boolean> {
  return inPlace(peer, async (place) => {
    await acceptPassword(password, [link.email]);
    return resetPasswordRow({ ...link, hash: await hashPassword(place, password), peer });
  });
}

/**
 * Sets a new password for whoever holds the link, and ends every session of the account. It signs nobody in: the new
 * password does, and the second factor where there is one. From now on this browser is a known device of the account.
 */
export async function resetPassword(input: unknown, peer: string | undefined): Promise<void> {
  const { token, password } = parseInput(resetForm, input);
  const wasUsed = await countLink(peer);
  const link = await readResetToken(token);
  // Looked up before the password is hashed, so that a link that is used up costs no hash.
  if (!link || !(await isUnused(link)) || !(await setPassword(link, password, peer))) {
    log.warn({ peer }, "a password link was refused");
    throw new Refusal("FORBIDDEN", "This link was already used, is too old, or is incomplete. Ask for a new one.");
  }
  await wasUsed();
  await rememberDevice(link.email);
}
