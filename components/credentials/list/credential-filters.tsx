"use client";

import { Button, buttonClass } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { SearchField } from "@/components/ui/search-field";
import type { CredentialListQuery } from "@/lib/credentials/credential-dto";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";
import { Choice, FilterChoices, UnusedChoice } from "./filter-fields";

type CredentialFiltersProps = {
  query: CredentialListQuery;
  owners: { id: string; name: string }[];
  /** The names of the types, by their ids. */
  typeNames: Readonly<Record<string, string>>;
};

/** Search, filters and order of the list: a plain form that makes a URL, so that it works before any script does. */
export function CredentialFilters({ query, owners, typeNames }: CredentialFiltersProps) {
  const { q, connectorId, status, owner, unused } = query;
  return (
    // Another query is another form: its fields show what the address says.
    <form
      action="/credentials"
      aria-label="Filter"
      className="grid grid-cols-2 items-center gap-2 lg:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))]"
      key={JSON.stringify(query)}
    >
      <div className="max-lg:col-span-full">
        <SearchField defaultValue={q} label="Search credentials" maxLength={SEARCH_MAX} name="q" />
      </div>
      <Choice
        label="Type"
        name="connectorId"
        options={[["", "Every type"], ...Object.entries(typeNames)]}
        value={connectorId}
      />
      <FilterChoices owners={owners} query={query} />
      <div className="col-span-full flex flex-wrap items-center gap-x-4 gap-y-2">
        <UnusedChoice unused={unused} />
        <Button type="submit">Show</Button>
        {q || connectorId || status || owner || unused ? (
          <PageLink className={buttonClass("quiet")} href="/credentials">
            Clear
          </PageLink>
        ) : null}
      </div>
    </form>
  );
}
