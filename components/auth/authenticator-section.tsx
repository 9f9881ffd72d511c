"use client";

import { type FormEvent, useState } from "react";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { startAuthenticatorAction, turnOffAuthenticatorAction } from "@/lib/auth/account-actions";
import type { AuthenticatorDto } from "@/lib/auth/account-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { AuthenticatorSetup } from "./authenticator-setup";

/** The second factor: turned on with the password and a code of the app, turned off with the password. */
export function AuthenticatorSection({ isOn }: { isOn: boolean }) {
  const { busy, run } = useAction();
  const [password, setPassword] = useState("");
  const [made, setMade] = useState<AuthenticatorDto>();
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const result = await run(async () =>
      isOn ? turnOffAuthenticatorAction({ password }) : startAuthenticatorAction({ password }),
    );
    if (!result) return;
    if (!result.ok) return setFailure(result.error);
    setPassword("");
    setMade(result.data ?? undefined);
  };
  const problem = failure?.fields?.password;

  return (
    <SettingsSection
      about="A code of an app on your phone, asked for after the password. Whoever learns your password alone does not get in."
      title="Authenticator app"
    >
      {made ? (
        <AuthenticatorSetup made={made} onDone={() => setMade(undefined)} />
      ) : (
        <form className="grid gap-3" method="post" noValidate onSubmit={submit}>
          <p role="status">{isOn ? "On: signing in asks for a code." : "Off."}</p>
          <TextField
            error={problem}
            id="authenticator-password"
            label="Your password"
            autoComplete="current-password"
            onChange={(event) => setPassword(event.target.value)}
            required
            type="password"
            value={password}
          />
          <Button busy={busy} className="justify-self-start" type="submit" variant={isOn ? "danger" : "secondary"}>
            {isOn ? "Turn off" : "Set up"}
          </Button>
          <div aria-live="polite" className="empty:hidden">
            {failure && !problem ? <Failure error={failure} /> : null}
          </div>
        </form>
      )}
    </SettingsSection>
  );
}
