import "server-only";
import { isMailConfigured } from "@/lib/platform/send-mail";
import type { AccountDto } from "./account-dto";
import type { Member } from "./actor";
import { addressIsProven } from "./address-proof-repository";
import { oidcSettings } from "./oidc-settings";
import { hasPassword } from "./password-repository";
import { secondFactorIsOn } from "./session-repository";

/** What a person's own page is made of. */
export async function getOwnAccount({ userId, name, email }: Member): Promise<AccountDto> {
  const [withPassword, withSecondFactor, isProven] = await Promise.all([
    hasPassword(userId),
    secondFactorIsOn(userId),
    addressIsProven({ id: userId }),
  ]);
  const toProve = isProven ? undefined : { mail: isMailConfigured(), singleSignOn: oidcSettings()?.name };
  return { name, email, hasPassword: withPassword, secondFactorIsOn: withSecondFactor, toProve };
}
