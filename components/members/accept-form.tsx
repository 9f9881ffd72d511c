"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { useSubmit } from "@/components/ui/use-submit";
import { acceptInvitationAction } from "@/lib/members/member-actions";

type AcceptFormProps = {
  token: string;
  email: string;
  /** Whether the account's password is asked for: not of someone who is signed in with it. */
  askPassword: boolean;
};

/** Joins with an account that exists. */
export function AcceptForm({ token, email, askPassword }: AcceptFormProps) {
  const { field, formProps, busy, failure } = useSubmit({
    defaultValues: askPassword ? { password: "" } : {},
    send: (values: { password?: string }) => acceptInvitationAction({ token, ...values }),
  });
  return (
    <form className="grid gap-3" {...formProps}>
      {askPassword ? (
        <>
          {/* For password managers, which look for the name beside the password. */}
          <input autoComplete="username" className="hidden" readOnly type="email" value={email} />
          <PasswordField
            aside={STAR}
            help="You already have an account here."
            id="password"
            label="Password"
            autoComplete="current-password"
            required
            {...field("password")}
          />
        </>
      ) : null}
      <Failure error={failure} />
      <Button busy={busy} className="wrap-anywhere" type="submit" variant="primary">
        Join as {email}
      </Button>
    </form>
  );
}
