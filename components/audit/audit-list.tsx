import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AuditEventDto } from "@/lib/audit/audit-dto";
import { auditQuery } from "@/lib/audit/audit-schema";

/** "2026-11-24 09:10:00.123 UTC" */
const exact = (iso: string) => `${iso.slice(0, 23).replace("T", " ")} UTC`;

function Sentence({ event }: { event: AuditEventDto }) {
  const { actorName, words, subjectName, credentialId, result } = event;
  const subject = <bdi className="font-medium">{subjectName}</bdi>;
  return (
    <p className="min-w-0 break-words">
      <bdi className="font-medium">{actorName}</bdi> {words}
      {subjectName ? " " : ""}
      {subjectName && credentialId ? (
        <Link
          className="underline-offset-4 hover:underline"
          href={`/audit?${auditQuery({ credential: credentialId })}`}
          prefetch={false}
          title="Everything that happened to it"
        >
          {subject}
        </Link>
      ) : null}
      {subjectName && !credentialId ? subject : null}
      {result ? `: ${result}` : ""}
    </p>
  );
}

function Details({ event }: { event: AuditEventDto }) {
  const { seq, at, action, subjectId, fields, peer, hash, previousHash } = event;
  const facts: [string, string][] = [
    ["Time", exact(at)],
    ["Action", action],
    ["About", subjectId],
    ["Changed fields", fields.join(", ") || "none"],
    ["From", peer ?? "this server"],
    ["Number", String(seq)],
    ["Hash", hash],
    ["Hash before", previousHash],
  ];
  return (
    <details className="col-span-full text-meta text-muted">
      <summary className="w-fit cursor-pointer rounded-control py-0.5 hover:text-ink pointer-coarse:py-2.5">
        Details<span className="sr-only"> of event {seq}</span>
      </summary>
      <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <div className="contents" key={name}>
            <dt>{name}</dt>
            <dd className="break-all font-mono text-ink max-sm:mb-1">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Events as sentences, newest first; what stands behind each folds out. */
export function AuditList({ events }: { events: AuditEventDto[] }) {
  return (
    <ol className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
      {events.map((event) => (
        <li
          className="group grid gap-x-4 gap-y-0.5 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-baseline"
          key={event.id}
        >
          <Sentence event={event} />
          <p className="text-meta text-muted tabular-nums sm:text-right">
            <span className="group-focus-within:hidden group-hover:hidden pointer-coarse:hidden">
              <RelativeTime iso={event.at} />
            </span>
            <span className="hidden group-focus-within:inline group-hover:inline pointer-coarse:inline">
              {exact(event.at)}
            </span>
          </p>
          <Details event={event} />
        </li>
      ))}
    </ol>
  );
}
