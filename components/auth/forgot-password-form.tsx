"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { requestPasswordResetAction } from "@/lib/auth/auth-actions";
import type { ForgotForm } from "@/lib/auth/auth-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** Asks for a link by mail. What it says afterwards is the same for every address. */
export function ForgotPasswordForm() {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./auth-resolvers")).forgotResolver()),
  );
  const form = useForm<ForgotForm>({ resolver, defaultValues: { email: "" } });
  const { errors } = form.formState;
  const { busy, run } = useAction();
  const [sent, setSent] = useState(false);
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const result = await run(() => requestPasswordResetAction(values));
    if (result?.ok) setSent(true);
    else if (result && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });

  return (
    <form className="grid gap-3" method="post" noValidate onInput={preload} onSubmit={submit}>
      <TextField
        error={errors.email?.message}
        id="email"
        label="Email"
        autoComplete="username"
        autoFocus
        inputMode="email"
        required
        type="email"
        {...form.register("email")}
      />
      <div aria-live="polite">
        {sent ? (
          <Notice title="Look into your mail" tone="ok">
            <p>If there is an account with this address, a link is on its way. It works once, for an hour.</p>
          </Notice>
        ) : null}
        {failure ? <Failure error={failure} /> : null}
      </div>
      <Button busy={busy} type="submit" variant="primary">
        Send me a link
      </Button>
    </form>
  );
}
