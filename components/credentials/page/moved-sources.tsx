"use client";

import { useEffect, useId, useRef } from "react";
import { type AnyConnector, endpointsOf } from "@/lib/connectors/database-connector";
import type { MovePreviewDto } from "@/lib/data-sources/data-source-dto";
import { counted } from "@/lib/platform/counted-dto";

type MovedSourcesProps = {
  connector: AnyConnector;
  sources: MovePreviewDto["sources"];
  /** Those that are to stay where they are. */
  left: ReadonlySet<string>;
  onLeave: (left: ReadonlySet<string>) => void;
  /** The two credentials, once it is known to which one. */
  toward: { from: string; to: string } | undefined;
  /** How many use the credential in all. */
  usedBy: number;
};

/** Which sources move: all of them, unless a box is cleared. */
export function MovedSources({ connector, sources, left, onLeave, toward, usedBy }: MovedSourcesProps) {
  const titleId = useId();
  const all = useRef<HTMLInputElement>(null);
  const count = sources.filter(({ id }) => !left.has(id)).length;
  const isSome = count > 0 && count < sources.length;
  useEffect(() => {
    if (all.current) all.current.indeterminate = isSome;
  });
  const endpoint = (id: string) => endpointsOf(connector).find((known) => known.id === id)?.name ?? id;
  const toggle = (id: string, moves: boolean) =>
    onLeave(new Set(moves ? [...left].filter((other) => other !== id) : [...left, id]));
  const what = counted(count, "data source");
  return (
    <section aria-labelledby={titleId} className="grid gap-2">
      <p aria-live="polite" className="font-medium" id={titleId}>
        {toward ? (
          <>
            {what}: <bdi>{toward.from}</bdi> → <bdi>{toward.to}</bdi>
          </>
        ) : (
          `${what} would move`
        )}
      </p>
      <div className="overflow-hidden rounded-control border">
        {sources.length > 1 ? (
          <label className="flex min-h-9 cursor-pointer items-center gap-3 border-b bg-sunken px-3 py-1 text-meta text-muted pointer-coarse:min-h-11">
            <input
              checked={count === sources.length}
              className="size-4 accent-accent"
              onChange={(event) => onLeave(new Set(event.target.checked ? [] : sources.map(({ id }) => id)))}
              ref={all}
              type="checkbox"
            />
            Select all
          </label>
        ) : null}
        <ul className="divide-y divide-hairline">
          {sources.map(({ id, name, endpointId }) => (
            <li key={id}>
              <label className="flex min-h-9 cursor-pointer items-center gap-3 px-3 py-1 pointer-coarse:min-h-11">
                <input
                  checked={!left.has(id)}
                  className="size-4 shrink-0 accent-accent"
                  onChange={(event) => toggle(id, event.target.checked)}
                  type="checkbox"
                />
                <span className="min-w-0 flex-1 wrap-anywhere" dir="auto">
                  {name}
                </span>
                <span className="text-meta text-muted">{endpoint(endpointId)}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
      {usedBy > sources.length ? <p className="text-muted">You can move the others afterwards.</p> : null}
    </section>
  );
}
