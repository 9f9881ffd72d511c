"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { requestPasswordResetAction } from "@/lib/auth/sign-in/auth-actions";

/** Asks for a link by mail. What it says afterwards is the same for every address. */
export function ForgotPasswordForm() {
  const { field, formProps, busy, failure, isDone } = useSubmit({
    defaultValues: { email: "" },
    resolver: async () => (await import("./auth-resolvers")).forgotResolver(),
    send: (values) => requestPasswordResetAction(values),
  });
  return (
    <form className="grid gap-3" {...formProps}>
      <TextField
        aside={STAR}
        id="email"
        label="Email"
        autoComplete="username"
        autoFocus
        inputMode="email"
        required
        type="email"
        {...field("email")}
      />
      <div aria-live="polite" className="empty:absolute">
        {isDone ? (
          <Notice title="Check your email" tone="ok">
            <p>If there's an account with this address, we've emailed it a link. It works once, for an hour.</p>
          </Notice>
        ) : null}
      </div>
      <Failure error={failure} />
      <Button busy={busy} type="submit" variant="primary">
        Email me a link
      </Button>
    </form>
  );
}
