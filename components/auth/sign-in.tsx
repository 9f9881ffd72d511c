"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { SignInStep } from "@/lib/auth/auth-dto";
import { AuthCard } from "./auth-card";
import { CodeForm } from "./code-form";
import { SignInForm } from "./sign-in-form";

const TITLES = { password: "Sign in", code: "Two-step verification" } as const;

type SignInProps = {
  next: string;
  /** The step to begin with: whoever joined by a password has shown it already. */
  begin: SignInStep | undefined;
  /** What stands before and after the password; the code has no other ways. */
  above: ReactNode;
  children: ReactNode;
};

/** Both steps of signing in, each with a title of its own. */
export function SignIn({ next, begin, above, children }: SignInProps) {
  const [step, setStep] = useState(begin);
  const title = step === "second-factor" ? TITLES.code : TITLES.password;
  useEffect(() => {
    document.title = `${title} · Latchkey`;
  }, [title]);
  return (
    <AuthCard title={title}>
      {step === "second-factor" ? (
        <CodeForm next={next} onBack={() => setStep(undefined)} />
      ) : (
        <>
          {above}
          <SignInForm next={next} onStep={setStep} />
          {children}
        </>
      )}
    </AuthCard>
  );
}
