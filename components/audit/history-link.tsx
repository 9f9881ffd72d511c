import Link from "next/link";
import { auditQuery } from "@/lib/audit/audit-schema";

/** Leads to everything that happened to a credential. */
export function HistoryLink({ credentialId }: { credentialId: string }) {
  return (
    <Link
      className="text-accent-ink underline underline-offset-4"
      href={`/audit?${auditQuery({ credential: credentialId })}`}
      prefetch={false}
    >
      View history
    </Link>
  );
}
