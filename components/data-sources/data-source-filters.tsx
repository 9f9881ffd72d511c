import type { ReactNode } from "react";
import { listHref } from "@/components/ui/list-address";
import { type ListChoice, ListFilters } from "@/components/ui/list-filters";
import { type ListTab, ListTabs } from "@/components/ui/list-tabs";
import { COUNTED_MAX } from "@/lib/credentials/credential-dto";
import type { DataSourceCountsDto, DataSourceListQuery } from "@/lib/data-sources/data-source-dto";

const PATH = "/data-sources";
const tabs: readonly [keyof DataSourceCountsDto, string, DataSourceListQuery["status"]][] = [
  ["all", "All", undefined],
  ["attention", "Needs attention", "FAILED"],
  ["unverified", "Unverified", "UNVERIFIED"],
];

type DataSourceFiltersProps = {
  query: DataSourceListQuery;
  /** Absent where the list is narrowed by more than a tab. */
  counts: DataSourceCountsDto | undefined;
  /** The names of the types, by their ids. */
  typeNames: Readonly<Record<string, string>>;
  /** Those that the page shows: what it can be narrowed to. */
  credentials: readonly { id: string; name: string }[];
  /** Stands beside the tabs. */
  children?: ReactNode;
};

/** Tabs by the status of credentials, search, filters and order of the list. */
export function DataSourceFilters({ query, counts, typeNames, credentials, children }: DataSourceFiltersProps) {
  const { after: _, ...here } = query;
  const { status, credentialId, sort } = query;
  const names = new Map(credentials.map(({ id, name }) => [id, name]));
  if (credentialId && !names.has(credentialId)) names.set(credentialId, "One credential");
  const choices: ListChoice[] = [
    { name: "connectorId", label: "Type", options: [["", "Every type"], ...Object.entries(typeNames)] },
    { name: "credentialId", label: "Credential", options: [["", "Every credential"], ...names] },
  ];
  const shown = tabs.map(
    ([id, label, of]): ListTab => ({
      label,
      href: listHref(PATH, { ...here, status: of }),
      isCurrent: status === of,
      count: counts?.[id],
    }),
  );
  return (
    <>
      <div className="tab-line">
        <ListTabs label="Data sources by their credential" most={COUNTED_MAX} tabs={shown} />
        {children}
      </div>
      <ListFilters
        choices={choices}
        clearHref={listHref(PATH, { status, sort })}
        order={{
          name: "sort",
          label: "Order",
          options: [
            ["", "Newest first"],
            ["oldest", "Oldest first"],
            ["name", "By name"],
          ],
        }}
        path={PATH}
        query={here}
        search="Search data sources"
      />
    </>
  );
}
