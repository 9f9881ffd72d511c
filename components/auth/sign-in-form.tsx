"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { useHashToken } from "@/components/ui/use-hash-token";
import { signInAction } from "@/lib/auth/auth-actions";
import type { SignInStep } from "@/lib/auth/auth-dto";
import type { SignInForm as SignInValues } from "@/lib/auth/auth-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { BrowserLink } from "./browser-link";
import { CodeForm } from "./code-form";

/** @param begin the step to begin with: whoever joined by a password has shown it already */
export function SignInForm({ next, begin }: { next: string; begin: SignInStep | undefined }) {
  const [step, setStep] = useState(begin);
  return step === "second-factor" ? (
    <CodeForm next={next} onBack={() => setStep(undefined)} />
  ) : (
    <PasswordStep next={next} onStep={setStep} />
  );
}

function PasswordStep({ next, onStep }: { next: string; onStep: (step: SignInStep) => void }) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./auth-resolvers")).signInResolver()),
  );
  const form = useForm<SignInValues>({ resolver, defaultValues: { email: "", password: "" } });
  const { errors } = form.formState;
  const { busy, run } = useAction();
  const browser = useHashToken();
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const result = await run(() => signInAction(browser ? { ...values, browser } : values, next));
    if (result?.ok) onStep(result.data);
    else if (result && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });

  return (
    <form className="grid gap-3" method="post" noValidate onInput={preload} onSubmit={submit}>
      {browser ? <Notice title="This link lets this browser in. Sign in with your password." tone="ok" /> : null}
      <TextField
        aria-required
        autoComplete="username"
        autoFocus
        error={errors.email?.message}
        id="email"
        inputMode="email"
        label="Email"
        type="email"
        {...form.register("email")}
      />
      <TextField
        aria-required
        autoComplete="current-password"
        error={errors.password?.message}
        id="password"
        label="Password"
        type="password"
        {...form.register("password")}
      />
      <div aria-live="polite">
        {failure?.remedy ? <BrowserLink email={form.getValues("email")} failure={failure} /> : null}
        {failure && !failure.remedy ? <Failure error={failure} /> : null}
      </div>
      <Button busy={busy} type="submit" variant="primary">
        Sign in
      </Button>
    </form>
  );
}
