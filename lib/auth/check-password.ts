import "server-only";
import { hashPassword, verifyPassword } from "./password-hash";
import { findPasswordOf, type StoredPassword } from "./password-repository";
import { countAttempt } from "./sign-in-limits";

/**
 * The account of an address and its password, or undefined where they do not belong together. A4: one statement and one
 * hash, whether the address has an account or not.
 */
export function checkPassword(
  email: string,
  password: string,
  peer: string | undefined,
  browser?: string,
): Promise<StoredPassword | undefined> {
  return countAttempt({ email, peer, browser }, async () => {
    const stored = await findPasswordOf(email);
    if (stored) return (await verifyPassword({ hash: stored.hash, password })) ? stored : undefined;
    await hashPassword(password);
    return undefined;
  });
}
