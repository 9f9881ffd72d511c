import "server-only";
import type { Person } from "@/lib/auth/actor";
import { hasPassword } from "@/lib/auth/password/password-repository";
import { countBackupCodes } from "@/lib/auth/second-factor/open-authenticator";
import { needsSecondFactor } from "@/lib/auth/second-factor/second-factors-repository";
import { oidcSettings } from "@/lib/auth/sso/oidc-settings";
import { isMailConfigured } from "@/lib/platform/send-mail";
import type { AccountDto } from "./account-dto";
import { addressIsProven } from "./address-proof-repository";
import { secondFactorIsOn as hasAuthenticator } from "./session-repository";

/** What a person's own page is made of. */
export async function getOwnAccount({ userId, name, email, workspaceId }: Person): Promise<AccountDto> {
  const [withPassword, secondFactorIsOn, isProven, secondFactorIsRequired] = await Promise.all([
    hasPassword(userId),
    hasAuthenticator(userId),
    addressIsProven({ id: userId }),
    needsSecondFactor(workspaceId),
  ]);
  const toProve = isProven ? undefined : { mail: isMailConfigured(), singleSignOn: oidcSettings()?.name };
  const backupCodesLeft = secondFactorIsOn ? await countBackupCodes(userId) : undefined;
  const second = { secondFactorIsOn, secondFactorIsRequired, backupCodesLeft };
  return { name, email, hasPassword: withPassword, ...second, toProve };
}
