"use client";

import { type KeyboardEvent, useDeferredValue, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { SearchField } from "@/components/ui/search-field";
import { isTried, UNTRIED } from "@/lib/checks/proof-words-dto";
import { type ConnectorTile, findTiles, groupTiles } from "@/lib/connectors/connector-tile";
import { ConnectorTiles } from "./connector-tiles";

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

type ConnectorPickerProps = {
  connectors: ConnectorTile[];
  /** Ids of those that this workspace has credentials for, the last one first. */
  used: readonly string[];
  mayAdd: boolean;
  /** Whether who is here may define one more. */
  mayDefine: boolean;
};

/** Tiles of all connectors, by category; typing filters, arrow keys move, Enter chooses. */
export function ConnectorPicker({ connectors, used, mayAdd, mayDefine }: ConnectorPickerProps) {
  const [query, setQuery] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const needle = useDeferredValue(query).trim();
  const shown = findTiles(connectors, needle);
  // What was searched for stands in one list, best looked through from its beginning.
  const groups = needle ? [{ title: "Found", tiles: shown }] : groupTiles(shown, used);

  const move = (event: KeyboardEvent) => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>("a[aria-describedby$=summary]") ?? [])];
    const step = STEP[event.key];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const isText = event.target instanceof HTMLInputElement;
    if (step === undefined || (isText && event.key !== "ArrowDown")) return;
    event.preventDefault();
    links[isText ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only moves the focus among the links inside
    <div className="grid gap-4" onKeyDown={move} ref={box}>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-60 flex-1">
          <SearchField
            label="Search data source types"
            onChange={(event) => setQuery(event.target.value)}
            value={query}
          />
        </div>
        {mayDefine ? (
          <PageLink className={buttonClass()} href="/settings/own-connectors/new">
            Use your own API
          </PageLink>
        ) : null}
      </div>
      <p aria-live="polite" className="sr-only">
        {needle ? `${shown.length} found` : ""}
      </p>
      {shown.some(({ proven }) => !isTried(proven)) ? <p className="max-w-form text-muted">{UNTRIED}</p> : null}
      {shown.length > 0 ? (
        groups.map(({ title, tiles }) => (
          <section className="grid gap-3" key={title}>
            <h2 className={needle ? "sr-only" : "text-tile font-semibold"}>{title}</h2>
            <ConnectorTiles mayAdd={mayAdd} tiles={tiles} />
          </section>
        ))
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
