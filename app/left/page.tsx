import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { buttonClass } from "@/components/ui/button";
import { findPerson } from "@/lib/auth/current-actor";
import { HOME } from "@/lib/auth/doors/return-path";

export const metadata: Metadata = { title: "You left the workspace", robots: { index: false } };

/** For someone who left the only workspace that they were in: their session is over, and why. */
export default async function LeftPage() {
  if (await findPerson(await headers())) redirect(HOME);
  return (
    <AuthCard title="You left the workspace">
      <p className="text-muted">
        You're signed out, because you aren't in any other workspace. To come back, ask one of its owners or admins for
        an invitation; your account stays.
      </p>
      <Link className={`${buttonClass()} w-fit`} href="/sign-in">
        Sign in
      </Link>
    </AuthCard>
  );
}
