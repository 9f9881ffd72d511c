import "server-only";
import { ProofRefused } from "@/lib/auth/account/proof-refused";
import type { Person } from "@/lib/auth/actor";
import { checkPassword } from "./check-password";
import type { Place } from "./hashing-line";
import type { StoredPassword } from "./password-repository";

/** Refuses a wrong password of someone who is signed in already; tries are counted as at sign-in. */
export async function checkOwnPassword(
  place: Place,
  { email, peer }: Person,
  password: string,
  field: string,
): Promise<StoredPassword> {
  const found = await checkPassword(place, password, { email, peer });
  if (found) return found;
  throw new ProofRefused("password", "INVALID_INPUT", "Check the marked fields.", {
    fields: { [field]: "That's not your password." },
  });
}
