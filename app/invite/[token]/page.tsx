import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { AuthCard } from "@/components/auth/auth-card";
import { OtherWays } from "@/components/auth/other-ways";
import { AcceptForm } from "@/components/members/accept-form";
import { NewPersonForm } from "@/components/members/new-person-form";
import { Button, buttonClass } from "@/components/ui/button";
import { SignOutForm } from "@/components/ui/sign-out-form";
import { ROLE_SUMMARIES, withArticle } from "@/lib/auth/role-dto";
import { oidcSettings } from "@/lib/auth/sso/oidc-settings";
import { findInvitation } from "@/lib/members/find-invitation";
import { INVITATION_DAYS } from "@/lib/members/member-dto";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

/** Looking at it accepts nothing: mail scanners and previews follow links too. */
export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const found = await findInvitation(token, await headers());
  if (!found) {
    return (
      <AuthCard title="You can't use this invitation">
        <p className="text-muted">
          It was already used or revoked, or is older than {INVITATION_DAYS} days. Ask the person who sent it for a new
          one.
        </p>
        <Link className={`${buttonClass()} w-fit`} href="/sign-in">
          Sign in
        </Link>
      </AuthCard>
    );
  }
  const { offer, visitor } = found;
  const { email, role, workspaceName, invitedByName } = offer;
  return (
    <AuthCard title={`Join ${workspaceName}`}>
      <p className="text-muted">
        <bdi>{invitedByName}</bdi> invited you as {withArticle(role)}. {ROLE_SUMMARIES[role]}
      </p>
      {typeof visitor === "object" ? (
        <SignOutForm className="grid gap-3">
          <p className="wrap-anywhere">
            The invitation is for <b className="font-medium">{email}</b>, and you're signed in as {visitor.signedInAs}.
            Sign out, then open the link again.
          </p>
          <Button className="w-fit" type="submit">
            Sign out
          </Button>
        </SignOutForm>
      ) : visitor === "new" ? (
        <NewPersonForm email={email} token={token} />
      ) : (
        <AcceptForm askPassword={visitor === "known"} email={email} token={token} />
      )}
      {visitor === "new" || visitor === "known" ? (
        <OtherWays next={`/invite/${token}`} passkeys={false} singleSignOn={oidcSettings()?.name} />
      ) : null}
    </AuthCard>
  );
}
