"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { turnOnAuthenticatorAction } from "@/lib/auth/account/account-actions";
import type { AuthenticatorDto } from "@/lib/auth/account/account-dto";

/** Scan, keep the backup codes, prove that the app works. Nothing of it comes a second time. */
export function AuthenticatorSetup({ made, onDone }: { made: AuthenticatorDto; onDone: () => void }) {
  const { field, formProps, busy, failure } = useSubmit({
    defaultValues: { code: "" },
    send: (values) => turnOnAuthenticatorAction(values),
    onDone,
  });
  return (
    <form className="grid gap-4" {...formProps}>
      <div className="grid gap-2">
        <p>1. Scan this with the app, or type in the secret.</p>
        {/** biome-ignore lint/performance/noImgElement: a picture made for this one person, on no other server */}
        <img alt="QR code of the secret" className="size-44 rounded-control border" src={made.qrCode} />
        <code className="break-all text-meta">{made.secret}</code>
      </div>
      <div className="grid gap-2">
        <p>2. Keep these codes with your passwords. Each one signs you in once if you lose the app.</p>
        <ul aria-label="Backup codes" className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-meta">
          {made.backupCodes.map((backup) => (
            <li key={backup}>{backup}</li>
          ))}
        </ul>
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
