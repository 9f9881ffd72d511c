"use client";

import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";
import type { CredentialListQuery } from "@/lib/credentials/credential-dto";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";
import { FilterChoices, UnusedChoice } from "./filter-fields";

/** The address of a page of tiles. */
export function tilesHref(pathname: string, parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? pathname : `${pathname}?${new URLSearchParams(given)}`;
}

type TileFiltersProps = {
  query: CredentialListQuery;
  owners: readonly { id: string; name: string }[];
  chosenId: string | undefined;
};

/** Search and filters by the server, for more tiles than a page has. A plain form until scripts are there; with them the focus stays. */
export function TileFilters({ query, owners, chosenId }: TileFiltersProps) {
  const router = useRouter();
  const pathname = usePathname();
  const { q = "", ...rest } = query;
  const [text, setText] = useState(q);
  // The browser's way back leads to another search.
  useEffect(() => setText(q), [q]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, `${value}`]));
    router.push(tilesHref(pathname, { ...given, q: text.trim() }), { scroll: false });
  };
  return (
    <form action={pathname} aria-label="Filter" className="grid gap-2" onSubmit={submit}>
      <div className="flex max-w-form gap-2">
        <SearchField
          label="Search credentials"
          maxLength={SEARCH_MAX}
          name="q"
          onChange={(event) => setText(event.target.value)}
          value={text}
        />
        <Button type="submit">Search</Button>
      </div>
      {/* Another query is another set of fields: they show what the address says. */}
      <div className="grid max-w-form grid-cols-2 items-center gap-2 sm:grid-cols-3" key={JSON.stringify(rest)}>
        <FilterChoices owners={owners} query={query} />
        <UnusedChoice unused={query.unused} />
      </div>
      {chosenId === undefined ? null : <input name="credential" type="hidden" value={chosenId} />}
    </form>
  );
}
