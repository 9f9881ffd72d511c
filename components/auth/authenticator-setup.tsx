"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { turnOnAuthenticatorAction } from "@/lib/auth/account-actions";
import type { AuthenticatorDto } from "@/lib/auth/account-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** Scan, keep the backup codes, prove that the app works. Nothing of it comes a second time. */
export function AuthenticatorSetup({ made, onDone }: { made: AuthenticatorDto; onDone: () => void }) {
  const { busy, run } = useAction();
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const result = await run(() => turnOnAuthenticatorAction({ code }));
    if (result?.ok) onDone();
    else if (result) setFailure(result.error);
  };
  const problem = failure?.fields?.code;

  return (
    <form className="grid gap-4" method="post" noValidate onSubmit={submit}>
      <div className="grid gap-2">
        <p>1. Scan this with the app, or type the secret into it.</p>
        {/** biome-ignore lint/performance/noImgElement: a picture made for this one person, on no other server */}
        <img alt="QR code of the secret" className="size-44 rounded-control border" src={made.qrCode} />
        <code className="break-all text-meta">{made.secret}</code>
      </div>
      <div className="grid gap-2">
        <p>2. Keep these codes where you keep passwords. Each signs you in once if the app is gone.</p>
        <ul aria-label="Backup codes" className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-meta">
          {made.backupCodes.map((backup) => (
            <li key={backup}>{backup}</li>
          ))}
        </ul>
      </div>
      <Field error={problem} id="authenticator-code" label="3. The code that the app shows now">
        <input
          {...describedBy("authenticator-code", problem)}
          autoComplete="one-time-code"
          className={`${inputClass} font-mono`}
          inputMode="numeric"
          onChange={(event) => setCode(event.target.value)}
          required
          value={code}
        />
      </Field>
      <div className="flex gap-2">
        <Button busy={busy} type="submit" variant="primary">
          Turn on
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {failure && !problem ? <Failure error={failure} /> : null}
      </div>
    </form>
  );
}
