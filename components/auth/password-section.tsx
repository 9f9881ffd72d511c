"use client";

import { STAR } from "@/components/ui/field";
import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { changePasswordAction } from "@/lib/auth/account/account-actions";
import { NewPasswordField } from "./new-password-field";

/** The old password and the new one. Both fields are empty again afterwards. */
export function PasswordSection() {
  const submission = useSubmit({
    defaultValues: { current: "", password: "" },
    resolver: async () => (await import("./auth-resolvers")).passwordResolver(),
    send: (values) => changePasswordAction(values),
    onDone: (_, reset) => reset(),
  });
  const { field, formProps } = submission;
  return (
    <SettingsSection about="Changing it signs you out everywhere else." title="Password">
      <form className="grid gap-2" {...formProps}>
        <TextField
          aside={STAR}
          id="current"
          label="Current password"
          autoComplete="current-password"
          required
          type="password"
          {...field("current")}
        />
        <NewPasswordField id="new-password" label="New password" {...field("password")} />
        <SaveRow submission={submission} />
      </form>
    </SettingsSection>
  );
}
