"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { PasswordField } from "@/components/ui/password-field";
import { TextField } from "@/components/ui/text-field";
import { useHashToken } from "@/components/ui/use-hash-token";
import { useSubmit } from "@/components/ui/use-submit";
import { signInAction } from "@/lib/auth/sign-in/auth-actions";
import { BrowserLink } from "./browser-link";

/** The first step: the password. The second one is an address of its own, with its own title. */
export function SignInForm({ next }: { next: string }) {
  const { replace } = useRouter();
  const browser = useHashToken();
  const { form, field, formProps, busy, failure } = useSubmit({
    defaultValues: { email: "", password: "" },
    resolver: async () => (await import("./auth-resolvers")).signInResolver(),
    send: (values) => signInAction(browser ? { ...values, browser } : values, next),
    onDone: () => replace(`/sign-in?${new URLSearchParams({ step: "code", next })}`, { scroll: false }),
  });
  return (
    <form className="grid gap-3" {...formProps}>
      {browser ? <Notice title="This link lets this browser in. Sign in with your password." tone="ok" /> : null}
      <TextField
        aria-required
        autoComplete="username"
        autoFocus
        id="email"
        inputMode="email"
        label="Email"
        type="email"
        {...field("email")}
      />
      <PasswordField
        aria-required
        autoComplete="current-password"
        id="password"
        label="Password"
        {...field("password")}
      />
      <div aria-live="polite" className="empty:absolute">
        {failure?.remedy ? <BrowserLink email={form.getValues("email")} failure={failure} /> : null}
      </div>
      <Failure error={failure?.remedy ? undefined : failure} />
      <Button busy={busy} type="submit" variant="primary">
        Sign in
      </Button>
    </form>
  );
}
