import type { Metadata } from "next";
import { AuthenticatorSection } from "@/components/auth/authenticator-section";
import { NameSection } from "@/components/auth/name-section";
import { PasswordSection } from "@/components/auth/password-section";
import { SessionsSection } from "@/components/auth/sessions-section";
import { getOwnAccount } from "@/lib/auth/get-own-account";
import { pageActor } from "@/lib/auth/page-actor";
import { listOwnSessions } from "@/lib/auth/sessions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await pageActor();
  const [account, sessions] = await Promise.all([getOwnAccount(actor), listOwnSessions(actor)]);
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
      <SessionsSection sessions={sessions} />
    </>
  );
}
