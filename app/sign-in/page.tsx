import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { CodeForm } from "@/components/auth/code-form";
import { OtherWays } from "@/components/auth/other-ways";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { installationExists } from "@/lib/auth/auth-repository";
import { findPerson } from "@/lib/auth/current-actor";
import { returnPath } from "@/lib/auth/doors/return-path";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { oidcProblemSentence } from "@/lib/auth/sso/oidc-problem";
import { oidcSettings } from "@/lib/auth/sso/oidc-settings";
import { isMailConfigured } from "@/lib/platform/send-mail";

const TITLES = { password: "Sign in", code: "Two-step verification" } as const;

/** Whoever has shown the password, here or in joining, is asked for the code. */
const stepOf = (step: string | string[] | undefined) => (step === "code" ? "code" : "password");

export async function generateMetadata({ searchParams }: PageProps<"/sign-in">): Promise<Metadata> {
  return { title: TITLES[stepOf((await searchParams).step)] };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  if (!(await installationExists())) redirect("/setup");
  const search = await searchParams;
  const next = returnPath(search.next);
  const problem = oidcProblemSentence(search.problem);
  if (await findPerson(await headers())) redirect(next);
  const step = stepOf(search.step);
  return (
    <AuthCard title={TITLES[step]}>
      {problem ? (
        <div role="alert">
          <Notice title={problem} tone="bad" />
        </div>
      ) : null}
      {step === "code" ? (
        <CodeForm next={next} />
      ) : (
        <>
          <SignInForm next={next} />
          {isMailConfigured() ? (
            <a className="text-meta text-muted underline underline-offset-4 hover:text-ink" href="/reset-password">
              Forgot your password?
            </a>
          ) : null}
          <OtherWays next={next} passkeys={relyingParty() !== undefined} singleSignOn={oidcSettings()?.name} />
        </>
      )}
    </AuthCard>
  );
}
