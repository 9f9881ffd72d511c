import "server-only";
import type { HeldBack } from "@/lib/auth/actor";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import type { AccountDto, SecondStepNeededDto } from "./account-dto";
import { listIdentityWays } from "./list-identity-ways";

/** What someone can do whose workspace wants a second step that this session has not shown. */
export async function getSecondStepNeeded(person: HeldBack, account: AccountDto): Promise<SecondStepNeededDto> {
  const { passkey, singleSignOn } = await listIdentityWays(person);
  // A17: whoever has one shows it before they add another.
  const hasNone = !account.secondFactorIsOn && !passkey && !singleSignOn;
  const { hasPassword, secondFactorIsOn: app, toProve } = account;
  return {
    workspaceName: person.workspaceName,
    has: { app, passkey, singleSignOn },
    mayAdd: {
      app: hasNone && hasPassword && !toProve,
      passkey: hasNone && !toProve && relyingParty() !== undefined,
    },
  };
}
