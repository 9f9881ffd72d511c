"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { createOwnerAction } from "@/lib/auth/auth-actions";
import type { OwnerForm as OwnerFormValues } from "@/lib/auth/auth-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { NewPasswordField } from "./new-password-field";

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
      <TextField
        autoComplete="off"
        className="font-mono"
        error={errors.token?.message}
        help="The server printed it when it started."
        id="token"
        label="Set-up token"
        required
        spellCheck={false}
        {...form.register("token")}
      />
      <TextField
        autoComplete="name"
        error={errors.name?.message}
        help="As your team will see it."
        id="name"
        label="Name"
        required
        {...form.register("name")}
      />
      <TextField
        autoComplete="username"
        error={errors.email?.message}
        help="You sign in with it."
        id="email"
        inputMode="email"
        label="Email"
        required
        type="email"
        {...form.register("email")}
      />
      <NewPasswordField
        error={errors.password?.message}
        id="password"
        label="Password"
        {...form.register("password")}
      />
      <div aria-live="polite">{failure ? <Failure error={failure} /> : null}</div>
      <Button busy={busy} type="submit" variant="primary">
        Create owner account
      </Button>
    </form>
  );
}
