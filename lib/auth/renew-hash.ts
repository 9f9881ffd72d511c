import "server-only";
import { hashPassword, needsRehash } from "./password-hash";
import { findPasswordOf, replacePasswordHash } from "./password-repository";

/** A2: a hash made with older parameters is made anew now that the right password is at hand. */
export async function renewHash(email: string, password: string): Promise<void> {
  const found = await findPasswordOf(email);
  if (!found || !needsRehash(found.hash)) return;
  await replacePasswordHash(found.accountId, found.hash, await hashPassword(password));
}
