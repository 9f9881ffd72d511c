import type { Metadata } from "next";
import Link from "next/link";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditList } from "@/components/audit/audit-list";
import { VerifyTrailButton } from "@/components/audit/verify-trail-button";
import { SavedFilters } from "@/components/filters/saved-filters";
import { GuideLinkTo } from "@/components/overview/help/guide-link-to";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { areDaysInverted, auditQuery } from "@/lib/audit/audit-schema";
import { listAuditEvents } from "@/lib/audit/list-audit-events";
import { listAuditOptions } from "@/lib/audit/list-audit-options";
import { parseAuditFilter } from "@/lib/audit/parse-audit-filter";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listSavedFilters } from "@/lib/filters/saved-filters";
import { RefusedPage } from "../not-for-role";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const actor = await pageActor();
  if (!can(actor, "audit:read")) return <RefusedPage actor={actor} operation="audit:read" place="Audit" />;
  const query = await searchParams;
  const filter = parseAuditFilter(query);
  const isInverted = areDaysInverted(filter);
  const [{ events, before }, options, saved] = await Promise.all([
    listAuditEvents(actor, filter, query.before),
    listAuditOptions(actor, filter),
    listSavedFilters(actor, "audit"),
  ]);
  return (
    <>
      <div className="grid gap-1.5">
        <PageHeading>Audit</PageHeading>
        <p className="max-w-form text-muted">
          Who did what, when and from where. Events can't be edited or deleted, and never contain secret values.
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
      <SavedFilters list="audit" query={filter} saved={saved} />
      <AuditFilters filter={filter} isInverted={isInverted} options={options} />
      {events.length > 0 ? <AuditList events={events} /> : null}
      <div className="empty:absolute" role="status">
        {events.length > 0 || isInverted ? null : (
          <EmptyState icon="trail" more={<GuideLinkTo id="audit" />} title="No events match these filters.">
            Everything that changed, was checked or was refused here is an event. Widen the days, or clear a filter.
          </EmptyState>
        )}
      </div>
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
