import "server-only";
import { Refusal } from "@/lib/platform/errors";
import type { Member } from "./actor";
import { checkPassword } from "./check-password";
import type { StoredPassword } from "./password-repository";

/** Refuses a wrong password of someone who is signed in already; tries are counted as at sign-in. */
export async function checkOwnPassword(
  { email, peer }: Member,
  password: string,
  field: string,
): Promise<StoredPassword> {
  const found = await checkPassword(email, password, peer);
  if (found) return found;
  throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { [field]: "This is not your password." } });
}
