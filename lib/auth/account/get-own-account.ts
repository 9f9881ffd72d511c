import "server-only";
import type { Person } from "@/lib/auth/actor";
import { hasPassword } from "@/lib/auth/password/password-repository";
import { oidcSettings } from "@/lib/auth/sso/oidc-settings";
import { isMailConfigured } from "@/lib/platform/send-mail";
import type { AccountDto } from "./account-dto";
import { addressIsProven } from "./address-proof-repository";
import { secondFactorIsOn } from "./session-repository";

/** What a person's own page is made of. */
export async function getOwnAccount({ userId, name, email }: Person): Promise<AccountDto> {
  const [withPassword, withSecondFactor, isProven] = await Promise.all([
    hasPassword(userId),
    secondFactorIsOn(userId),
    addressIsProven({ id: userId }),
  ]);
  const toProve = isProven ? undefined : { mail: isMailConfigured(), singleSignOn: oidcSettings()?.name };
  return { name, email, hasPassword: withPassword, secondFactorIsOn: withSecondFactor, toProve };
}
