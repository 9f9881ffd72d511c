"use client";

import Link from "next/link";
import { type KeyboardEvent, useDeferredValue, useRef, useState } from "react";
import { PageLink } from "@/components/ui/page-link";
import { SearchField } from "@/components/ui/search-field";
import type { Connector } from "@/lib/connectors/connector";
import { ConnectorMark } from "./connector-mark";

/** What a tile needs to know of a connector. */
export type ConnectorTile = Pick<Connector, "id" | "name" | "summary" | "category">;

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Tiles of all connectors; typing filters, arrow keys move, Enter chooses. */
export function ConnectorPicker({ connectors, mayAdd }: { connectors: ConnectorTile[]; mayAdd: boolean }) {
  const [query, setQuery] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const needle = useDeferredValue(query).trim().toLowerCase();
  const shown = connectors.filter(({ name, category, summary }) =>
    `${name} ${category} ${summary}`.toLowerCase().includes(needle),
  );

  const move = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>("a[aria-describedby$=summary]") ?? [])];
    const step = STEP[event.key];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const isText = event.target instanceof HTMLInputElement;
    if (step === undefined || (isText && event.key !== "ArrowDown")) return;
    event.preventDefault();
    links[isText ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus among the links inside
    <div className="grid gap-4" onKeyDown={move}>
      <SearchField label="Search data source types" onChange={(event) => setQuery(event.target.value)} value={query} />
      <p aria-live="polite" className="sr-only">
        {needle ? `${shown.length} found` : ""}
      </p>
      {shown.length > 0 ? (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4" ref={list}>
          {shown.map(({ id, name, summary, category }) => (
            <li
              className="relative flex h-full flex-col gap-3 rounded-tile border bg-surface p-4 transition-colors hover:border-accent-ink has-focus-visible:border-accent-ink"
              key={id}
            >
              <div className="flex items-center gap-3">
                <ConnectorMark id={id} />
                <div className="grid min-w-0">
                  <Link
                    id={`${id}-name`}
                    aria-describedby={`${id}-summary`}
                    className="rounded-control text-tile font-semibold after:absolute after:inset-0"
                    href={`/data-sources/new/${id}`}
                  >
                    {name}
                  </Link>
                  <span className="text-meta text-muted">{category}</span>
                </div>
              </div>
              <p className="text-muted" id={`${id}-summary`}>
                {summary}
              </p>
              {mayAdd ? (
                <PageLink
                  aria-describedby={`${id}-name`}
                  className="action-link relative z-1 mt-auto text-meta"
                  href={`/data-sources/new/${id}?add=1`}
                >
                  Add Credential
                </PageLink>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <div className="rounded-tile border border-dashed border-edge/60 p-8 text-center">
          <p className="font-medium">No data source type matches “{query.trim()}”.</p>
          <button
            className="mt-2 text-accent-ink underline underline-offset-4"
            onClick={() => setQuery("")}
            type="button"
          >
            Clear the search
          </button>
        </div>
      )}
    </div>
  );
}
