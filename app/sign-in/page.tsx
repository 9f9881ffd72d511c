import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { SignInForm } from "@/components/auth/sign-in-form";
import { installationExists } from "@/lib/auth/auth-repository";
import { findActor } from "@/lib/auth/current-actor";
import { returnPath } from "@/lib/auth/return-path";
import { isMailConfigured } from "@/lib/platform/send-mail";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  if (!(await installationExists())) redirect("/setup");
  const next = returnPath((await searchParams).next);
  if (await findActor(await headers())) redirect(next);
  return (
    <AuthCard title="Sign in">
      <SignInForm next={next} />
      {isMailConfigured() ? (
        <a className="text-meta text-muted underline underline-offset-4 hover:text-ink" href="/reset-password">
          Forgot your password?
        </a>
      ) : null}
    </AuthCard>
  );
}
