"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { SaveRow, type SaveState } from "@/components/settings/save-row";
import { SettingsSection } from "@/components/settings/settings-section";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { changePasswordAction } from "@/lib/auth/account-actions";
import type { PasswordForm } from "@/lib/auth/auth-schema";
import { NewPasswordField } from "./new-password-field";

/** The old password and the new one. Both fields are empty again afterwards. */
export function PasswordSection() {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./auth-resolvers")).passwordResolver()),
  );
  const form = useForm<PasswordForm>({ resolver, defaultValues: { current: "", password: "" } });
  const { errors } = form.formState;
  const { busy, run } = useAction();
  const [state, setState] = useState<SaveState>();

  const submit = form.handleSubmit(async (values) => {
    setState(undefined);
    const result = await run(() => changePasswordAction(values));
    if (!result) return;
    if (result.ok) {
      form.reset();
      setState("saved");
    } else if (!applyFieldErrors(form, result.error)) setState({ error: result.error });
  });

  return (
    <SettingsSection about="Changing it signs you out everywhere else." title="Password">
      <form className="grid gap-2" method="post" noValidate onInput={preload} onSubmit={submit}>
        <TextField
          error={errors.current?.message}
          id="current"
          label="Current password"
          autoComplete="current-password"
          required
          type="password"
          {...form.register("current")}
        />
        <NewPasswordField
          error={errors.password?.message}
          id="new-password"
          label="New password"
          {...form.register("password")}
        />
        <SaveRow busy={busy} state={state} />
      </form>
    </SettingsSection>
  );
}
