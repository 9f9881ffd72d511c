import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { OtherWays } from "@/components/auth/other-ways";
import { SignIn } from "@/components/auth/sign-in";
import { Notice } from "@/components/ui/notice";
import { installationExists } from "@/lib/auth/auth-repository";
import { findPerson } from "@/lib/auth/current-actor";
import { returnPath } from "@/lib/auth/doors/return-path";
import { relyingParty } from "@/lib/auth/passkeys/relying-party";
import { oidcProblemSentence } from "@/lib/auth/sso/oidc-problem";
import { oidcSettings } from "@/lib/auth/sso/oidc-settings";
import { isMailConfigured } from "@/lib/platform/send-mail";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  if (!(await installationExists())) redirect("/setup");
  const search = await searchParams;
  const next = returnPath(search.next);
  const problem = oidcProblemSentence(search.problem);
  if (await findPerson(await headers())) redirect(next);
  return (
    <SignIn
      above={
        problem ? (
          <div role="alert">
            <Notice title={problem} tone="bad" />
          </div>
        ) : null
      }
      begin={search.step === "code" ? "second-factor" : undefined}
      next={next}
    >
      {isMailConfigured() ? (
        <a className="text-meta text-muted underline underline-offset-4 hover:text-ink" href="/reset-password">
          Forgot your password?
        </a>
      ) : null}
      <OtherWays next={next} passkeys={relyingParty() !== undefined} singleSignOn={oidcSettings()?.name} />
    </SignIn>
  );
}
