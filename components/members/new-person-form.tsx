"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { acceptInvitationAction } from "@/lib/members/member-actions";
import type { NewPersonForm as NewPersonValues } from "@/lib/members/member-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** Joins and makes the account of the invited address. */
export function NewPersonForm({ token, email }: { token: string; email: string }) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./member-resolvers")).newPersonResolver()),
  );
  const form = useForm<NewPersonValues>({ resolver, defaultValues: { name: "", password: "" } });
  const { errors } = form.formState;
  const { busy, run } = useAction();
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const result = await run(() => acceptInvitationAction({ token, ...values }));
    if (result && !result.ok && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });
  return (
    <form className="grid gap-3" method="post" noValidate onInput={preload} onSubmit={submit}>
      <Field help="You sign in with it. It cannot be another one." id="email" label="Email">
        <input
          {...describedBy("email", undefined)}
          autoComplete="username"
          className={`${inputClass} bg-sunken`}
          readOnly
          type="email"
          value={email}
        />
      </Field>
      <TextField
        error={errors.name?.message}
        help="As your team will see it."
        id="name"
        label="Name"
        autoComplete="name"
        autoFocus
        required
        {...form.register("name")}
      />
      <NewPasswordField
        error={errors.password?.message}
        id="password"
        label="Password"
        {...form.register("password")}
      />
      <div aria-live="polite" className="empty:hidden">
        {failure ? <Failure error={failure} /> : null}
      </div>
      <Button busy={busy} type="submit" variant="primary">
        Create account and join
      </Button>
    </form>
  );
}
