"use client";

import Link from "next/link";
import { CheckRegion } from "@/components/credentials/checks/check-region";
import { useCountdown } from "@/components/credentials/checks/use-countdown";
import { Button } from "@/components/ui/button";
import { StatusBadge } from "@/components/ui/status-badge";
import { counted } from "@/lib/platform/counted-dto";
import type { BulkRun } from "./use-bulk-verify";

function Waiting({ seconds }: { seconds: number }) {
  const left = useCountdown(seconds);
  return (
    <p className="text-muted">
      So many checks are allowed in a minute. Going on by itself
      <span aria-hidden="true" className="tabular-nums">
        {" "}
        in {Math.max(left, 1)} s
      </span>
      .
    </p>
  );
}

function titleOf({ total, results, current, isStopped }: BulkRun): string {
  if (current) return `Verifying ${results.length + 1} of ${total}`;
  const asked = results.filter(({ status }) => status !== undefined).length;
  const left = total - results.filter(({ isDone }) => isDone).length;
  const rest = left > 0 ? ` ${counted(left, "is", "are")} left and still selected.` : "";
  return `${isStopped ? "Stopped. " : ""}${asked} of ${total} checks done.${rest}`;
}

/** How far *Verify selected* is, what each one came to, and the way to stop it. */
export function BulkVerifyPanel({ run, onStop }: { run: BulkRun; onStop: () => void }) {
  const { total, results, current, wait } = run;
  return (
    <section aria-labelledby="bulk-verify" className="appear grid gap-3 rounded-tile border bg-surface p-4">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-2">
        <h2 aria-live="polite" className="text-tile font-semibold tabular-nums" id="bulk-verify">
          {titleOf(run)}
        </h2>
        {current ? <Button onClick={onStop}>Stop</Button> : null}
      </div>
      {current ? (
        <>
          <progress aria-labelledby="bulk-verify" className="w-full accent-accent" max={total} value={results.length} />
          <p className="text-muted">
            Verifying <bdi className="font-medium text-ink">{current.name}</bdi>. It ends when you leave this page.
          </p>
        </>
      ) : null}
      <CheckRegion className="empty:absolute">
        {wait ? <Waiting key={wait.number} seconds={wait.seconds} /> : null}
        {results.length > 0 ? (
          <ul aria-label="Results" className="grid max-h-80 gap-2 overflow-y-auto">
            {results.map(({ id, name, status, message }) => (
              <li
                className="grid items-start gap-x-3 gap-y-0.5 lg:grid-cols-[minmax(0,14rem)_8.5rem_minmax(0,1fr)]"
                key={id}
              >
                <Link
                  className="truncate font-medium"
                  dir="auto"
                  href={`/credentials/${id}`}
                  prefetch={false}
                  title={name}
                >
                  {name}
                </Link>
                {status ? <StatusBadge status={status} /> : <span className="text-meta text-muted">No check</span>}
                <span>{message}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </CheckRegion>
    </section>
  );
}
