import type { Metadata } from "next";
import { AuthenticatorSection } from "@/components/auth/authenticator-section";
import { NameSection } from "@/components/auth/name-section";
import { PasskeysSection } from "@/components/auth/passkeys-section";
import { PasswordSection } from "@/components/auth/password-section";
import { SessionsSection } from "@/components/auth/sessions-section";
import { getOwnAccount } from "@/lib/auth/get-own-account";
import { pageActor } from "@/lib/auth/page-actor";
import { listOwnPasskeys } from "@/lib/auth/passkeys";
import { relyingParty } from "@/lib/auth/relying-party";
import { listOwnSessions } from "@/lib/auth/sessions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await pageActor();
  const [account, sessions, passkeys] = await Promise.all([
    getOwnAccount(actor),
    listOwnSessions(actor),
    listOwnPasskeys(actor),
  ]);
  return (
    <>
      <h1 className="text-page">Your account</h1>
      <NameSection email={account.email} name={account.name} />
      {account.hasPassword ? (
        <>
          <PasswordSection />
          <AuthenticatorSection isOn={account.secondFactorIsOn} />
        </>
      ) : null}
      {relyingParty() ? <PasskeysSection passkeys={passkeys} /> : null}
      <SessionsSection sessions={sessions} />
    </>
  );
}
