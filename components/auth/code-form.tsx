"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { verifySecondFactorAction } from "@/lib/auth/sign-in/auth-actions";

/** The second step of signing in: the code of the app, or a backup code in the same field. */
export function CodeForm({ next, onBack }: { next: string; onBack: () => void }) {
  const { field, formProps, busy, failure } = useSubmit({
    defaultValues: { code: "" },
    send: (values) => verifySecondFactorAction(values, next),
  });
  return (
    <form className="grid gap-3" {...formProps}>
      <TextField
        aria-required
        autoComplete="one-time-code"
        autoFocus
        className="font-mono"
        help="6-digit code from your authenticator app, or a backup code."
        id="code"
        label="Code"
        spellCheck={false}
        {...field("code")}
      />
      <Failure error={failure} />
      <Button busy={busy} type="submit" variant="primary">
        Continue
      </Button>
      <Button onClick={onBack} variant="quiet">
        Sign in as someone else
      </Button>
    </form>
  );
}
