import "server-only";
import type { HeldBack } from "@/lib/auth/actor";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import type { AccountDto, SecondStepNeededDto } from "./account-dto";
import { listIdentityWays } from "./list-identity-ways";

/** What someone can do whose workspace wants a second step that this session has not shown. */
export async function getSecondStepNeeded(person: HeldBack, account: AccountDto): Promise<SecondStepNeededDto> {
  const { passkey, singleSignOn } = await listIdentityWays(person);
  const { hasPassword, secondFactorIsOn: app, toProve } = account;
  return {
    workspaceName: person.workspaceName,
    has: { app, passkey, singleSignOn },
    mayAdd: { app: hasPassword && !toProve, passkey: !toProve && relyingParty() !== undefined },
  };
}
