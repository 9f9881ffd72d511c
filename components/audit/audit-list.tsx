import { RelativeTime } from "@/components/ui/relative-time";
import type { AuditEventDto } from "@/lib/audit/audit-dto";
import { recordedMoment } from "@/lib/platform/moment-words-dto";
import { HistoryLink } from "./history-link";

function Sentence({ event }: { event: AuditEventDto }) {
  const { actorName, words, subjectName, end } = event;
  return (
    <span className="sentence">
      <bdi className="font-medium">{actorName}</bdi> {words}
      {subjectName ? (
        <>
          {" "}
          <bdi className="font-medium">{subjectName}</bdi>
        </>
      ) : null}
      {end}
    </span>
  );
}

function Details({ event }: { event: AuditEventDto }) {
  const { seq, at, action, subjectId, credentialId, fields, peer, hash, previousHash } = event;
  const facts: [string, string][] = [
    ["Time", recordedMoment(at)],
    ["Action", action],
    ["About", subjectId],
    ...(fields.length === 0 ? [] : [["Changed fields", fields.join(", ")] as [string, string]]),
    ["From", peer ?? "this server"],
    ["Number", String(seq)],
    ["Hash", hash],
    ["Hash before", previousHash],
  ];
  return (
    <div className="grid gap-2 px-4 pb-3 pl-10 text-meta text-muted">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <div className="contents" key={name}>
            <dt>{name}</dt>
            <dd className="break-all font-mono text-ink max-sm:mb-1">{value}</dd>
          </div>
        ))}
      </dl>
      {credentialId ? <HistoryLink credentialId={credentialId} /> : null}
    </div>
  );
}

/** Events as sentences, one a line and newest first; what stands behind each folds out of it. */
export function AuditList({ events }: { events: AuditEventDto[] }) {
  return (
    <ol className="audit-rows">
      {events.map((event) => (
        <li key={event.id}>
          <details>
            <summary>
              <Sentence event={event} />
              <RelativeTime iso={event.at} />
            </summary>
            <Details event={event} />
          </details>
        </li>
      ))}
    </ol>
  );
}
