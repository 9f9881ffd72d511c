"use client";

import { STAR } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { useSubmit } from "@/components/ui/use-submit";
import { changePasswordAction } from "@/lib/auth/account/account-actions";
import { NewPasswordField } from "./new-password-field";

/** The old password and the new one. Both fields are empty again afterwards. */
export function PasswordSection({ person }: { person: readonly string[] }) {
  const submission = useSubmit({
    defaultValues: { current: "", password: "" },
    resolver: async () => (await import("./auth-resolvers")).passwordResolver(),
    send: (values) => changePasswordAction(values),
    onDone: (_, reset) => reset(),
  });
  const { form, field, formProps } = submission;
  return (
    <SettingsSection about="Changing it signs you out everywhere else." title="Password">
      <form className="grid gap-2" {...formProps}>
        <PasswordField
          aside={STAR}
          id="current"
          label="Current password"
          autoComplete="current-password"
          required
          {...field("current")}
        />
        <NewPasswordField
          person={person}
          id="new-password"
          label="New password"
          typed={form.watch("password")}
          {...field("password")}
        />
        <SaveRow submission={submission} />
      </form>
    </SettingsSection>
  );
}
