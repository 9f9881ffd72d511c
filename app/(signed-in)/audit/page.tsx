import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AuditFilterForm } from "@/components/audit/audit-filter-form";
import { AuditList } from "@/components/audit/audit-list";
import { VerifyTrailButton } from "@/components/audit/verify-trail-button";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { auditQuery } from "@/lib/audit/audit-schema";
import { listAuditEvents } from "@/lib/audit/list-audit-events";
import { listAuditOptions } from "@/lib/audit/list-audit-options";
import { parseAuditFilter } from "@/lib/audit/parse-audit-filter";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const actor = await pageActor();
  if (!can(actor, "audit:read")) notFound();
  const query = await searchParams;
  const filter = parseAuditFilter(query);
  const [{ events, before }, options] = await Promise.all([
    listAuditEvents(actor, filter, query.before),
    listAuditOptions(actor, filter),
  ]);
  return (
    <>
      <div className="grid gap-1.5">
        <h1 className="text-page">Audit</h1>
        <p className="max-w-form text-muted">
          Who did what, when and from where. Nobody can change or delete an event here; what was changed is named, never
          shown.
        </p>
      </div>
      <VerifyTrailButton>
        {(["csv", "json"] as const).map((format) => (
          // No Link: following it ahead of time would be an export.
          <a
            className={buttonClass()}
            download
            href={`/api/v1/audit/export?${auditQuery(filter, { format })}`}
            key={format}
          >
            Export {format.toUpperCase()}
          </a>
        ))}
      </VerifyTrailButton>
      <AuditFilterForm filter={filter} options={options} />
      {events.length > 0 ? (
        <AuditList events={events} />
      ) : (
        <EmptyState title="No such event">Nothing in the trail of this workspace is like that.</EmptyState>
      )}
      <div className="flex flex-wrap gap-2">
        {query.before === undefined ? null : (
          <Link className={buttonClass()} href={`/audit?${auditQuery(filter)}`} prefetch={false}>
            Newest events
          </Link>
        )}
        {before === undefined ? null : (
          <Link
            className={buttonClass()}
            href={`/audit?${auditQuery(filter, { before: String(before) })}`}
            prefetch={false}
          >
            Older events
          </Link>
        )}
      </div>
    </>
  );
}
