import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import type { Place } from "./hashing-line";
import { hashPassword, needsRehash, verifyPassword } from "./password-hash";
import { replacePasswordHash, type StoredPassword } from "./password-repository";

/** A2: a hash made with older parameters is made anew now that the right password is at hand. Returns the one that counts. */
export async function renewHash(place: Place, { accountId, hash }: StoredPassword, password: string): Promise<string> {
  if (!needsRehash(hash)) return hash;
  try {
    const renewed = await hashPassword(place, password);
    const stored = await replacePasswordHash(accountId, hash, renewed);
    if (stored === renewed) return renewed;
    // Another sign-in may have renewed it first: that is the same password still.
    return stored !== null && (await verifyPassword(place, password, stored)) ? stored : hash;
  } catch (error) {
    // The line is full: the next sign-in does it.
    if (!isOwn(error, Refusal)) throw error;
    return hash;
  }
}
