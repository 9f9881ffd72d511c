import "server-only";
import type { Person } from "@/lib/auth/actor";
import type { IdentityWaysDto } from "@/lib/auth/auth-dto";
import { hasPasskey } from "@/lib/auth/passkeys/passkey-repository";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { hasPassword } from "@/lib/auth/password/password-repository";
import { hasOidcAccount } from "@/lib/auth/sso/oidc-repository";
import { oidcSettings } from "@/lib/auth/sso/oidc-settings";

/** How someone can show again that it is them: whatever their own account has. */
export async function listIdentityWays({ userId }: Person): Promise<IdentityWaysDto> {
  const [password, passkey, tied] = await Promise.all([
    hasPassword(userId),
    hasPasskey(userId),
    hasOidcAccount(userId),
  ]);
  return {
    password,
    passkey: passkey && relyingParty() !== undefined,
    singleSignOn: tied ? oidcSettings()?.name : undefined,
  };
}
