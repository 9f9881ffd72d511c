"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { SettingsSection } from "@/components/ui/settings-section";
import { useAction } from "@/components/ui/use-action";
import type { AddressProofDto } from "@/lib/auth/account/account-dto";
import { requestPasswordResetAction } from "@/lib/auth/sign-in/auth-actions";

type ProveAddressProps = { email: string; ways: AddressProofDto };

/** Why some ways of signing in cannot be added yet, and how to change that. */
export function ProveAddress({ email, ways: { mail, singleSignOn } }: ProveAddressProps) {
  const { busy, failure, run } = useAction();
  const [sent, setSent] = useState(false);
  const send = async () => {
    setSent(false);
    const result = await run(() => requestPasswordResetAction({ email }));
    if (result?.ok) setSent(true);
  };
  return (
    <SettingsSection
      about="Until you prove this address is yours, you can't add a passkey or an authenticator app."
      title="Prove your address"
    >
      <div className="grid gap-3">
        <p>
          You joined with an invitation link, which someone else might have had. Proving your address signs you out
          everywhere, so nobody who used the link before you stays in your account.
        </p>
        {mail ? (
          <>
            <p>
              We'll email a link to <bdi className="font-medium wrap-anywhere">{email}</bdi>. It works for an hour and
              sets a new password.
            </p>
            <Button busy={busy} className="justify-self-start" onClick={send}>
              Email me a link
            </Button>
          </>
        ) : null}
        {singleSignOn ? (
          <p>
            {mail ? "Or sign" : "Sign"} out, and continue with {singleSignOn} on the sign-in page. Your password stops
            working then.
          </p>
        ) : null}
        {mail || singleSignOn ? null : (
          <p>
            Ask this server's operator for a link that sets a new password:{" "}
            <code className="wrap-anywhere">npm run reset-password -- {email}</code>
          </p>
        )}
        <div aria-live="polite" className="empty:absolute">
          {sent ? <Notice title="Check your email." tone="ok" /> : null}
        </div>
        <Failure error={failure} />
      </div>
    </SettingsSection>
  );
}
