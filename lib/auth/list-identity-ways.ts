import "server-only";
import type { Member } from "./actor";
import type { IdentityWaysDto } from "./auth-dto";
import { hasOidcAccount } from "./oidc-repository";
import { oidcSettings } from "./oidc-settings";
import { hasPasskey } from "./passkey-repository";
import { hasPassword } from "./password-repository";
import { relyingParty } from "./relying-party";

/** How someone can show again that it is them: whatever their own account has. */
export async function listIdentityWays({ userId }: Member): Promise<IdentityWaysDto> {
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
