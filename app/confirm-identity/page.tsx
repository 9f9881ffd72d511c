import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { ConfirmWindow } from "@/components/auth/confirm-window";
import { oidcProblemSentence } from "@/lib/auth/sso/oidc-problem";

export const metadata: Metadata = { title: "Confirm it's you" };

/** A window of its own, so that what was typed in the one that asks for it stays there. */
export default async function ConfirmIdentityPage({ searchParams }: PageProps<"/confirm-identity">) {
  const { done, problem } = await searchParams;
  return (
    <AuthCard title="Confirm it's you">
      <ConfirmWindow problem={oidcProblemSentence(problem)} step={done === undefined ? "ask" : "done"} />
    </AuthCard>
  );
}
