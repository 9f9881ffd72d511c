import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { buttonClass } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <AuthCard title="There's nothing here">
      <p className="text-muted">The link may be old, or what it led to was deleted.</p>
      <PageLink className={buttonClass("primary")} href="/overview">
        Go to the overview
      </PageLink>
    </AuthCard>
  );
}
