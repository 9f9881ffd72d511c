"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { createOwnerAction } from "@/lib/auth/sign-in/auth-actions";
import { NewPasswordField } from "./new-password-field";

export function OwnerForm({ token }: { token: string }) {
  const { form, field, formProps, busy, failure } = useSubmit({
    defaultValues: { token, name: "", email: "", password: "" },
    resolver: async () => (await import("./auth-resolvers")).ownerResolver(),
    send: (values) => createOwnerAction(values),
  });
  return (
    <form className="grid gap-3" {...formProps}>
      <TextField
        aside={STAR}
        autoComplete="off"
        className="font-mono"
        help="The server printed it when it started."
        id="token"
        label="Set-up token"
        required
        spellCheck={false}
        {...field("token")}
      />
      <TextField
        autoComplete="name"
        help="How your team will see you."
        id="name"
        label="Name"
        required
        {...field("name")}
      />
      <TextField
        autoComplete="username"
        help="You'll sign in with it."
        id="email"
        inputMode="email"
        label="Email"
        required
        type="email"
        {...field("email")}
      />
      <NewPasswordField
        person={form.watch(["name", "email"])}
        id="password"
        label="Password"
        typed={form.watch("password")}
        {...field("password")}
      />
      <Failure error={failure} />
      <Button busy={busy} type="submit" variant="primary">
        Create owner account
      </Button>
    </form>
  );
}
