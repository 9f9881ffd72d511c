import "server-only";
import { type Attempt, countAttempt } from "@/lib/auth/sign-in/sign-in-limits";
import type { Place } from "./hashing-line";
import { hashPassword, verifyPassword } from "./password-hash";
import { findPasswordOf, type StoredPassword } from "./password-repository";

/**
 * The account of an address and its password, or undefined where they do not belong together. A4: one statement and one
 * hash, whether the address has an account or not.
 */
export function checkPassword(place: Place, password: string, attempt: Attempt): Promise<StoredPassword | undefined> {
  return countAttempt(attempt, async () => {
    const stored = await findPasswordOf(attempt.email);
    if (stored) return (await verifyPassword(place, password, stored.hash)) ? stored : undefined;
    await hashPassword(place, password);
    return undefined;
  });
}
