"use client";

import { NewPasswordField } from "@/components/auth/new-password-field";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { acceptInvitationAction } from "@/lib/members/member-actions";

/** Joins and makes the account of the invited address. */
export function NewPersonForm({ token, email }: { token: string; email: string }) {
  const { form, field, formProps, busy, failure } = useSubmit({
    defaultValues: { name: "", password: "" },
    resolver: async () => (await import("./member-resolvers")).newPersonResolver(),
    send: (values) => acceptInvitationAction({ token, ...values }),
  });
  return (
    <form className="grid gap-3" {...formProps}>
      <div className="grid gap-1.5">
        <p className="font-medium">Email</p>
        <p className="flex items-start gap-2 wrap-anywhere">
          <Icon className="mt-0.5 size-4 text-muted" name="lock" />
          {email}
        </p>
        <p className="text-meta text-muted">You'll sign in with it. You can't change it here.</p>
        {/* For password managers, which look for the name beside the password. */}
        <input autoComplete="username" className="hidden" readOnly type="email" value={email} />
      </div>
      <TextField
        aside={STAR}
        help="How your team will see you."
        id="name"
        label="Name"
        autoComplete="name"
        autoFocus
        required
        {...field("name")}
      />
      <NewPasswordField
        person={[form.watch("name"), email]}
        id="password"
        label="Password"
        typed={form.watch("password")}
        {...field("password")}
      />
      <Failure error={failure} />
      <Button busy={busy} type="submit" variant="primary">
        Create account and join
      </Button>
    </form>
  );
}
