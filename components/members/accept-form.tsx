"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { acceptInvitationAction } from "@/lib/members/member-actions";
import type { ErrorDto } from "@/lib/platform/result-dto";

type AcceptFormProps = {
  token: string;
  email: string;
  /** Whether the account's password is asked for: not of someone who is signed in with it. */
  askPassword: boolean;
};

/** Joins with an account that exists. */
export function AcceptForm({ token, email, askPassword }: AcceptFormProps) {
  const { busy, run } = useAction();
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState<ErrorDto>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const result = await run(() => acceptInvitationAction({ token, ...(askPassword ? { password } : {}) }));
    if (result && !result.ok) setFailure(result.error);
  };
  const error = failure?.fields?.password;
  return (
    <form className="grid gap-3" method="post" noValidate onSubmit={submit}>
      {askPassword ? (
        <>
          {/* For password managers, which look for the name beside the password. */}
          <input autoComplete="username" className="hidden" readOnly type="email" value={email} />
          <TextField
            error={error}
            help="You have an account here already."
            id="password"
            label="Password"
            autoComplete="current-password"
            onChange={(event) => setPassword(event.target.value)}
            required
            type="password"
            value={password}
          />
        </>
      ) : null}
      <div aria-live="polite" className="empty:hidden">
        {failure && !error ? <Failure error={failure} /> : null}
      </div>
      <Button busy={busy} className="wrap-anywhere" type="submit" variant="primary">
        Join as {email}
      </Button>
    </form>
  );
}
