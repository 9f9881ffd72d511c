import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";

type SourceHeadingProps = {
  source: Pick<DataSourceDto, "id" | "name" | "connectorId" | "credential">;
  mayEdit: boolean;
  mayCreate: boolean;
  /** What else can be done with it. */
  children?: ReactNode;
};

/** The name of a data source, and what can be done with it. */
export function SourceHeading({ source, mayEdit, mayCreate, children }: SourceHeadingProps) {
  const { id, name, connectorId, credential } = source;
  const copy = new URLSearchParams({ credential: credential.id, from: id });
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <PageLink className="text-meta text-muted hover:text-ink" href="/data-sources">
          Data sources
        </PageLink>
        <PageHeading>{name}</PageHeading>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {mayEdit ? (
          <PageLink className={buttonClass()} href={`/data-sources/${id}/edit`}>
            Edit
          </PageLink>
        ) : null}
        {mayCreate ? (
          <PageLink className={buttonClass()} href={`/data-sources/new/${connectorId}/configure?${copy}`}>
            Duplicate
          </PageLink>
        ) : null}
        {children}
      </div>
    </div>
  );
}
