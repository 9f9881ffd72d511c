"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { verifySecondFactorAction } from "@/lib/auth/auth-actions";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** The second step of signing in: the code of the app, or a backup code in the same field. */
export function CodeForm({ next, onBack }: { next: string; onBack: () => void }) {
  const { busy, run } = useAction();
  const [code, setCode] = useState("");
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const result = await run(() => verifySecondFactorAction({ code }, next));
    if (result && !result.ok) setFailure(result.error);
  };
  const problem = failure?.fields?.code;

  return (
    <form className="grid gap-3" method="post" noValidate onSubmit={submit}>
      <Field
        error={problem}
        help="Six figures from your authenticator app, or one of your backup codes."
        id="code"
        label="Code"
      >
        <input
          {...describedBy("code", problem)}
          autoComplete="one-time-code"
          autoFocus
          className={`${inputClass} font-mono`}
          onChange={(event) => setCode(event.target.value)}
          required
          spellCheck={false}
          value={code}
        />
      </Field>
      <div aria-live="polite">{failure && !problem ? <Failure error={failure} /> : null}</div>
      <Button busy={busy} type="submit" variant="primary">
        Go on
      </Button>
      <Button onClick={onBack} variant="quiet">
        Sign in as someone else
      </Button>
    </form>
  );
}
