"use client";

import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useSubmit } from "@/components/ui/use-submit";
import { resetPasswordAction } from "@/lib/auth/sign-in/auth-actions";
import { NewPasswordField } from "./new-password-field";

/** The new password, for whoever came by a link. */
export function NewPasswordForm({ token }: { token: string }) {
  const [isSet, setSet] = useState(false);
  const { form, field, formProps, busy, failure } = useSubmit({
    defaultValues: { password: "" },
    resolver: async () => (await import("./auth-resolvers")).newPasswordResolver(),
    send: ({ password }) => resetPasswordAction({ token, password }),
    onDone: () => setSet(true),
  });
  if (isSet)
    return (
      <div className="grid gap-3" role="status">
        <Notice title="Your new password is set" tone="ok">
          <p>We signed you out everywhere.</p>
        </Notice>
        <a className={buttonClass("primary")} href="/sign-in">
          Sign in
        </a>
      </div>
    );
  return (
    <form className="grid gap-3" {...formProps}>
      <NewPasswordField
        aside={STAR}
        autoFocus
        id="password"
        label="New password"
        typed={form.watch("password")}
        {...field("password")}
      />
      <Failure error={failure} />
      <Button busy={busy} type="submit" variant="primary">
        Set password
      </Button>
    </form>
  );
}
