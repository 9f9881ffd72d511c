import Link from "next/link";
import { AuthCard } from "@/components/auth/auth-card";
import { buttonClass } from "@/components/ui/button";

export default function NotFound() {
  return (
    <AuthCard title="There is nothing here">
      <p className="text-muted">The link may be old, or what it led to was deleted.</p>
      <Link className={buttonClass("primary")} href="/data-sources">
        Go to data sources
      </Link>
    </AuthCard>
  );
}
