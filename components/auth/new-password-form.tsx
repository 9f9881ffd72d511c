"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button, buttonClass } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { resetPasswordAction } from "@/lib/auth/auth-actions";
import type { ResetForm } from "@/lib/auth/auth-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { NewPasswordField } from "./new-password-field";

/** The new password, for whoever came by a link. */
export function NewPasswordForm({ token }: { token: string }) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./auth-resolvers")).resetResolver()),
  );
  const form = useForm<ResetForm>({ resolver, defaultValues: { token, password: "" } });
  const { errors } = form.formState;
  const { busy, run } = useAction();
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const result = await run(() => resetPasswordAction(values));
    if (result?.ok) setDone(true);
    else if (result && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });

  if (done)
    return (
      <div className="grid gap-3" role="status">
        <Notice title="Your new password is set" tone="ok">
          <p>You were signed out everywhere.</p>
        </Notice>
        <a className={buttonClass("primary")} href="/sign-in">
          Sign in
        </a>
      </div>
    );
  return (
    <form className="grid gap-3" method="post" noValidate onInput={preload} onSubmit={submit}>
      <NewPasswordField
        autoFocus
        error={errors.password?.message}
        id="password"
        label="New password"
        {...form.register("password")}
      />
      <div aria-live="polite">{failure ? <Failure error={failure} /> : null}</div>
      <Button busy={busy} type="submit" variant="primary">
        Set password
      </Button>
    </form>
  );
}
