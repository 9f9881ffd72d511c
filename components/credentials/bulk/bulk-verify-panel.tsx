"use client";

import Link from "next/link";
import { useCountdown } from "@/components/checks/use-countdown";
import { CheckRegion } from "@/components/credentials/checks/check-region";
import { Button } from "@/components/ui/button";
import { StatusBadge } from "@/components/ui/status-badge";
import { counted } from "@/lib/platform/counted-dto";
import type { BulkResult, BulkRun } from "./use-bulk-verify";

/** What failed comes first, and then what nobody could find out. */
const rank = ({ status }: BulkResult) => (status === "FAILED" ? 0 : 1);

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

function Result({ id, name, status, message }: BulkResult) {
  return (
    <li className="grid items-start gap-x-3 gap-y-0.5 lg:grid-cols-[minmax(0,14rem)_8.5rem_minmax(0,1fr)]">
      <Link className="truncate font-medium" dir="auto" href={`/credentials/${id}`} prefetch={false} title={name}>
        {name}
      </Link>
      {status ? <StatusBadge status={status} /> : <span className="text-meta text-muted">No check</span>}
      <span>{message}</span>
    </li>
  );
}

type BulkVerifyPanelProps = { run: BulkRun; onStop: () => void; onClose: () => void };

/** How far *Verify selected* is, what came of it, and the way to stop it. What was accepted is a number; the rest is listed. */
export function BulkVerifyPanel({ run, onStop, onClose }: BulkVerifyPanelProps) {
  const { total, results, current, wait } = run;
  const accepted = results.filter(({ isPlain }) => isPlain).length;
  const others = results.filter(({ isPlain }) => !isPlain).toSorted((one, other) => rank(one) - rank(other));
  return (
    <section aria-labelledby="bulk-verify" className="appear grid gap-3 rounded-tile border bg-surface p-4">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-2">
        <h2 aria-live="polite" className="text-tile font-semibold tabular-nums" id="bulk-verify">
          {titleOf(run)}
        </h2>
        {current ? <Button onClick={onStop}>Stop</Button> : <Button onClick={onClose}>Close</Button>}
      </div>
      {current ? (
        <>
          <progress aria-labelledby="bulk-verify" max={total} value={results.length} />
          <p className="text-muted">
            Verifying <bdi className="font-medium text-ink">{current.name}</bdi>. It ends when you leave this page.
          </p>
        </>
      ) : null}
      <CheckRegion className="grid gap-3 empty:absolute">
        {wait ? <Waiting key={wait.number} seconds={wait.seconds} /> : null}
        {others.length > 0 ? (
          <ul aria-label="Results" className="grid max-h-80 gap-2 overflow-y-auto">
            {others.map((result) => (
              <Result key={result.id} {...result} />
            ))}
          </ul>
        ) : null}
        {accepted > 0 ? (
          <p>
            <span className="badge badge-ok tabular-nums">{accepted} accepted</span>
          </p>
        ) : null}
      </CheckRegion>
    </section>
  );
}
