"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { signInAction } from "@/lib/auth/auth-actions";
import type { SignInForm as SignInValues } from "@/lib/auth/auth-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";

export function SignInForm({ next }: { next: string }) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./auth-resolvers")).signInResolver()),
  );
  const form = useForm<SignInValues>({ resolver, defaultValues: { email: "", password: "" } });
  const { errors } = form.formState;
  const { busy, run } = useAction();
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const result = await run(() => signInAction(values, next));
    if (result && !result.ok && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });

  return (
    <form className="grid gap-3" method="post" noValidate onInput={preload} onSubmit={submit}>
      <Field error={errors.email?.message} id="email" label="Email">
        <input
          {...describedBy("email", errors.email?.message)}
          autoComplete="username"
          autoFocus
          className={inputClass}
          inputMode="email"
          required
          type="email"
          {...form.register("email")}
        />
      </Field>
      <Field error={errors.password?.message} id="password" label="Password">
        <input
          {...describedBy("password", errors.password?.message)}
          autoComplete="current-password"
          className={inputClass}
          required
          type="password"
          {...form.register("password")}
        />
      </Field>
      <div aria-live="polite">{failure ? <Notice title={failure.message} tone="bad" /> : null}</div>
      <Button busy={busy} type="submit" variant="primary">
        Sign in
      </Button>
    </form>
  );
}
