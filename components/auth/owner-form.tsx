"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { createOwnerAction } from "@/lib/auth/auth-actions";
import { PASSWORD_MIN } from "@/lib/auth/auth-dto";
import type { OwnerForm as OwnerFormValues } from "@/lib/auth/auth-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";

export function OwnerForm({ token }: { token: string }) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./auth-resolvers")).ownerResolver()),
  );
  const form = useForm<OwnerFormValues>({
    resolver,
    defaultValues: { token, name: "", email: "", password: "" },
  });
  const { errors } = form.formState;
  const { busy, run } = useAction();
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const result = await run(() => createOwnerAction(values));
    if (result && !result.ok && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });

  return (
    <form className="grid gap-3" method="post" noValidate onInput={preload} onSubmit={submit}>
      <Field
        error={errors.token?.message}
        help="The server printed it when it started."
        id="token"
        label="Set-up token"
        required
      >
        <input
          {...describedBy("token", errors.token?.message)}
          autoComplete="off"
          className={`${inputClass} font-mono`}
          required
          spellCheck={false}
          {...form.register("token")}
        />
      </Field>
      <Field error={errors.name?.message} help="As your team will see it." id="name" label="Name" required>
        <input
          {...describedBy("name", errors.name?.message)}
          autoComplete="name"
          className={inputClass}
          required
          {...form.register("name")}
        />
      </Field>
      <Field error={errors.email?.message} help="You sign in with it." id="email" label="Email" required>
        <input
          {...describedBy("email", errors.email?.message)}
          autoComplete="username"
          className={inputClass}
          inputMode="email"
          required
          type="email"
          {...form.register("email")}
        />
      </Field>
      <Field
        error={errors.password?.message}
        help={`At least ${PASSWORD_MIN} characters.`}
        id="password"
        label="Password"
        required
      >
        <input
          {...describedBy("password", errors.password?.message)}
          autoComplete="new-password"
          className={inputClass}
          required
          type="password"
          {...form.register("password")}
        />
      </Field>
      <div aria-live="polite">{failure ? <Notice title={failure.message} tone="bad" /> : null}</div>
      <Button busy={busy} type="submit" variant="primary">
        Create owner account
      </Button>
    </form>
  );
}
