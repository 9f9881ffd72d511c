"use client";

import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { useMoment } from "@/components/ui/use-moment";
import { CHECKS_SHOWN, type CheckDto } from "@/lib/checks/verification-dto";
import { CheckBar } from "./check-bar";
import { CheckTable } from "./check-table";
import { duration, triggeredBy } from "./describe-check";
import { checkRuns, describeChecks, isStrip, KIND_WORDS, kindOf } from "./describe-checks";

const STEP: Record<string, (at: number, count: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function Legend({ checks }: { checks: readonly CheckDto[] }) {
  const kinds = new Set(checks.map(kindOf));
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-meta text-muted">
      {(Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[])
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <span className="flex items-end gap-1.5" key={kind}>
            <span className="flex h-5 items-end pb-1">
              <CheckBar className="w-1.5" kind={kind} />
            </span>
            {KIND_WORDS[kind]}
          </span>
        ))}
    </p>
  );
}

/** A bar for each check, oldest first, with what is known of it, beside empty slots for those to come. */
function Bars({ checks, titleId }: { checks: readonly CheckDto[]; titleId: string }) {
  const bars = checks.toReversed();
  const newest = bars.length - 1;
  const say = useMoment();
  // The bar that Tab leads to, and the one whose tooltip is there.
  const [stop, setStop] = useState<number>();
  const [shown, setShown] = useState<number>();
  const at = Math.min(stop ?? newest, newest);
  const told = shown === undefined ? undefined : bars[shown];
  const isShown = told !== undefined;
  // Whoever points at a bar has the focus elsewhere.
  useEffect(() => {
    if (!isShown) return;
    const onKeyDown = ({ key }: { key: string }) => {
      if (key === "Escape") setShown(undefined);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isShown]);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = STEP[event.key]?.(at, bars.length);
    if (next === undefined) return;
    event.preventDefault();
    const target = Math.min(Math.max(next, 0), newest);
    setStop(target);
    event.currentTarget.querySelectorAll("button")[target]?.focus();
  };
  // Of a strip that is always as wide as a full one: so the tooltip, which leans the other way, never leaves it.
  const place = shown === undefined ? 0 : ((CHECKS_SHOWN - bars.length + shown + 0.5) / CHECKS_SHOWN) * 100;

  return (
    <>
      <div className="relative w-75 max-w-full" onPointerLeave={() => setShown(undefined)}>
        <div
          aria-labelledby={titleId}
          className="slots flex h-10 items-stretch justify-end"
          onKeyDown={move}
          role="toolbar"
        >
          {bars.map((check, index) => (
            <button
              aria-label={`${check.label}, ${say(check.at)}, ${duration(check.durationMs)}, ${triggeredBy(check)}`}
              className="flex w-[calc(100%/30)] items-end rounded-[3px] px-px focus-visible:outline-offset-0"
              // biome-ignore lint/suspicious/noArrayIndexKey: two checks can have one time
              key={index}
              onBlur={() => setShown(undefined)}
              onClick={() => setShown(index)}
              onFocus={() => {
                setStop(index);
                setShown(index);
              }}
              onPointerEnter={() => setShown(index)}
              tabIndex={index === at ? 0 : -1}
              type="button"
            >
              <CheckBar className="w-2.5 max-w-full" kind={kindOf(check)} />
            </button>
          ))}
        </div>
        {told ? (
          // The button's own name says the same.
          <div
            aria-hidden="true"
            className="absolute top-full z-10 mt-1.5 grid w-max max-w-64 rounded-control border bg-surface px-3 py-2 text-meta shadow-float"
            role="tooltip"
            style={{ left: `${place}%`, transform: `translateX(-${place}%)` }}
          >
            <span className="font-medium">{told.label}</span>
            <span className="tabular-nums">{say(told.at)}</span>
            <span className="text-muted">
              {duration(told.durationMs)} · <bdi>{triggeredBy(told)}</bdi>
            </span>
          </div>
        ) : null}
      </div>
      <Legend checks={checks} />
    </>
  );
}

/** The last checks of a credential: the bars where there are enough, one sentence, and the same as a table. */
export function CheckHistory({ checks }: { checks: readonly CheckDto[] }) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-tile border bg-surface p-5 pb-3"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-tile font-semibold" id={titleId}>
          Checks
        </h2>
        <p className="text-meta text-muted">{describeChecks(checks)}</p>
      </div>
      {isStrip(checkRuns(checks)) ? <Bars checks={checks} titleId={titleId} /> : null}
      <CheckTable checks={checks} />
    </section>
  );
}
