"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { turnOnAuthenticatorAction } from "@/lib/auth/account/account-actions";
import type { AuthenticatorDto } from "@/lib/auth/account/account-dto";
import { BackupCodes, SavedCodes } from "./backup-codes";
import { savedCodesResolver } from "./saved-codes-resolver";

type AuthenticatorSetupProps = { made: AuthenticatorDto; email: string; onDone: () => void };

/** Scan, keep the backup codes, prove that the app works. Nothing of it comes a second time. */
export function AuthenticatorSetup({ made, email, onDone }: AuthenticatorSetupProps) {
  const secret = useRef<HTMLElement>(null);
  const { field, formProps, busy, failure } = useSubmit({
    defaultValues: { code: "", isSaved: false },
    resolver: async () => savedCodesResolver,
    send: ({ code }) => turnOnAuthenticatorAction({ code }),
    onDone,
  });
  return (
    <form className="grid gap-4" {...formProps}>
      <div className="grid gap-2">
        <p>1. Scan this with the app, or type in the secret.</p>
        {/** biome-ignore lint/performance/noImgElement: a picture made for this one person, on no other server */}
        <img alt="QR code of the secret" className="size-44 rounded-control border" src={made.qrCode} />
        <div className="flex flex-wrap items-center gap-2">
          <code className="break-all text-meta" ref={secret}>
            {made.secret}
          </code>
          <CopyButton label="secret" target={secret} text={made.secret} />
        </div>
      </div>
      <div className="grid gap-2">
        <p>2. Keep these codes with your passwords. Each one signs you in once if you lose the app.</p>
        <BackupCodes codes={made.backupCodes} email={email} />
        <SavedCodes {...field("isSaved")} />
      </div>
      <TextField
        aria-required
        autoComplete="one-time-code"
        className="font-mono"
        id="authenticator-code"
        inputMode="numeric"
        label="3. The code the app shows now"
        {...field("code")}
      />
      <div className="flex gap-2">
        <Button busy={busy} type="submit" variant="primary">
          Turn on
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
      <Failure error={failure} />
    </form>
  );
}
