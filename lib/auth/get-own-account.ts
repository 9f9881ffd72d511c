import "server-only";
import type { AccountDto } from "./account-dto";
import type { Member } from "./actor";
import { hasPassword } from "./password-repository";
import { secondFactorIsOn } from "./session-repository";

/** What a person's own page is made of. */
export async function getOwnAccount({ userId, name, email }: Member): Promise<AccountDto> {
  const [withPassword, withSecondFactor] = await Promise.all([hasPassword(userId), secondFactorIsOn(userId)]);
  return { name, email, hasPassword: withPassword, secondFactorIsOn: withSecondFactor };
}
