"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { focusBack } from "@/components/ui/focus-back";
import { PasswordField } from "@/components/ui/password-field";
import { SettingsSection } from "@/components/ui/settings-section";
import { useSubmit } from "@/components/ui/use-submit";
import { startAuthenticatorAction, turnOffAuthenticatorAction } from "@/lib/auth/account/account-actions";
import type { AuthenticatorDto } from "@/lib/auth/account/account-dto";
import { AuthenticatorSetup } from "./authenticator-setup";
import { NewBackupCodes } from "./new-backup-codes";

type AuthenticatorSectionProps = {
  isOn: boolean;
  /** By the workspace: turning it off leaves only another second step. */
  isRequired: boolean;
  email: string;
  /** How many backup codes were not used; undefined where nobody can tell. */
  codesLeft: number | undefined;
};

/** The second factor: turned on with the password and a code of the app, turned off with the password. */
export function AuthenticatorSection({ isOn, isRequired, email, codesLeft }: AuthenticatorSectionProps) {
  const [made, setMade] = useState<AuthenticatorDto>();
  const { field, formProps, busy, failure } = useSubmit({
    defaultValues: { password: "" },
    send: async (values) => (isOn ? turnOffAuthenticatorAction(values) : startAuthenticatorAction(values)),
    onDone: (data, reset) => {
      reset();
      setMade(data ?? undefined);
    },
  });
  const close = () => {
    setMade(undefined);
    // The form goes, and what had the focus with it.
    focusBack(null);
  };
  return (
    <SettingsSection
      about="After your password, we ask for a code from an app on your phone. Someone who learns your password can't get in without it."
      title="Authenticator app"
    >
      <p role="status">{isOn ? "On: signing in asks for a code." : "Off."}</p>
      {isOn ? <NewBackupCodes email={email} left={codesLeft} /> : null}
      {made ? (
        <AuthenticatorSetup email={email} made={made} onDone={close} />
      ) : (
        <form className="grid gap-3" {...formProps}>
          <PasswordField
            aside={STAR}
            id="authenticator-password"
            label="Your password"
            autoComplete="current-password"
            help={
              isOn && isRequired
                ? "This workspace requires two-step verification: without the app, you'll need a passkey or a new app to get in."
                : undefined
            }
            required
            {...field("password")}
          />
          <Button busy={busy} className="justify-self-start" type="submit" variant={isOn ? "danger" : "secondary"}>
            {isOn ? "Turn off" : "Set up"}
          </Button>
          <Failure error={failure} />
        </form>
      )}
    </SettingsSection>
  );
}
