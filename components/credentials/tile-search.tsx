"use client";

import { usePathname, useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";

/** The address of a page of tiles. */
export function tilesHref(pathname: string, parameters: { q?: string; credential?: string; after?: string }): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  return given.length === 0 ? pathname : `${pathname}?${new URLSearchParams(given)}`;
}

type TileSearchProps = {
  /** What the server searched for. */
  search: string;
  chosenId: string | undefined;
};

/** Search by the server, for more tiles than a page has. A plain form until scripts are there; with them the focus stays. */
export function TileSearch({ search, chosenId }: TileSearchProps) {
  const router = useRouter();
  const pathname = usePathname();
  const [text, setText] = useState(search);
  // The browser's way back leads to another search.
  useEffect(() => setText(search), [search]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    router.push(tilesHref(pathname, { q: text.trim(), credential: chosenId ?? "" }), { scroll: false });
  };
  return (
    <form action={pathname} className="flex max-w-form gap-2" onSubmit={submit}>
      <SearchField
        label="Search credentials"
        maxLength={200}
        name="q"
        onChange={(event) => setText(event.target.value)}
        value={text}
      />
      {chosenId === undefined ? null : <input name="credential" type="hidden" value={chosenId} />}
      <Button type="submit">Search</Button>
    </form>
  );
}
