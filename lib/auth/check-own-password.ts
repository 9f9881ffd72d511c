import "server-only";
import { Refusal } from "@/lib/platform/errors";
import type { Member } from "./actor";
import { verifyPassword } from "./password-hash";
import { findPasswordOf, type StoredPassword } from "./password-repository";
import { beginAttempt } from "./sign-in-limits";

/** Refuses a wrong password of someone who is signed in already; tries are counted as at sign-in. */
export async function checkOwnPassword(
  { email, peer }: Member,
  password: string,
  field: string,
): Promise<StoredPassword> {
  const wasRight = await beginAttempt(email, peer);
  const found = await findPasswordOf(email);
  if (!found || !(await verifyPassword({ hash: found.hash, password }))) {
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
      fields: { [field]: "This is not your password." },
    });
  }
  await wasRight();
  return found;
}
