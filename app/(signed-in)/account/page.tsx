import type { Metadata } from "next";
import Link from "next/link";
import { AuthenticatorSection } from "@/components/auth/authenticator-section";
import { NameSection } from "@/components/auth/name-section";
import { PasskeysSection } from "@/components/auth/passkeys-section";
import { PasswordSection } from "@/components/auth/password-section";
import { ProveAddress } from "@/components/auth/prove-address";
import { SecondStepNeeded } from "@/components/auth/second-step-needed";
import { SessionsSection } from "@/components/auth/sessions-section";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { SettingsSection } from "@/components/ui/settings-section";
import { ThemeChoice } from "@/components/ui/theme-choice";
import { getOwnAccount } from "@/lib/auth/account/get-own-account";
import { getSecondStepNeeded } from "@/lib/auth/account/get-second-step-needed";
import { listOwnSessions } from "@/lib/auth/account/sessions";
import { pagePerson } from "@/lib/auth/doors/page-actor";
import { returnPath } from "@/lib/auth/doors/return-path";
import { listOwnPasskeys } from "@/lib/auth/passkeys/passkeys";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { can } from "@/lib/auth/permissions";
import { publicUrl } from "@/lib/auth/public-url";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const person = await pagePerson();
  const [account, sessions, passkeys, { next }] = await Promise.all([
    getOwnAccount(person),
    listOwnSessions(person),
    listOwnPasskeys(person),
    searchParams,
  ]);
  const { toProve } = account;
  const needed = person.kind === "held-back" ? await getSecondStepNeeded(person, account) : undefined;
  const mayAdd = needed?.mayAdd ?? { app: !toProve, passkey: !toProve };
  return (
    <>
      <PageHeading>Your account</PageHeading>
      {needed ? <SecondStepNeeded needed={needed} /> : null}
      {/* Whoever was held back comes from a page. */}
      {!needed && next !== undefined ? (
        <Notice title="You're all set" tone="ok">
          <Link className="w-fit font-medium underline underline-offset-4" href={returnPath(next)} prefetch={false}>
            Continue
          </Link>
        </Notice>
      ) : null}
      <NameSection email={account.email} name={account.name} />
      {toProve ? <ProveAddress email={account.email} ways={toProve} /> : null}
      {account.hasPassword ? (
        <>
          <PasswordSection person={[account.name, account.email]} />
          {!mayAdd.app && !account.secondFactorIsOn ? null : (
            <AuthenticatorSection
              codesLeft={account.backupCodesLeft}
              email={account.email}
              isOn={account.secondFactorIsOn}
              isRequired={account.secondFactorIsRequired}
            />
          )}
        </>
      ) : null}
      {!toProve || passkeys.length > 0 ? (
        <PasskeysSection
          address={relyingParty() ? undefined : publicUrl().host}
          mayAdd={mayAdd.passkey}
          passkeys={passkeys}
        />
      ) : null}
      <SettingsSection about="Kept in this browser. The system's own follows your device." title="Theme">
        <ThemeChoice />
      </SettingsSection>
      <SessionsSection sessions={sessions} />
      {person.kind === "member" && can(person, "token:list") ? (
        <SettingsSection about="Your programs read data sources with tokens, in this workspace." title="Tokens">
          <Link className="w-fit font-medium underline underline-offset-4" href="/settings/tokens" prefetch={false}>
            Open your tokens
          </Link>
        </SettingsSection>
      ) : null}
    </>
  );
}
