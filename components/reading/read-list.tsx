import { RelativeTime } from "@/components/ui/relative-time";
import { counted, countedInFigures } from "@/lib/platform/counted-dto";
import type { ReadDto } from "@/lib/reading/reads-dto";
import { ReadBadge } from "./read-badge";

const figures = new Intl.NumberFormat("en");
const doors = { json: "JSON pages", ndjson: "NDJSON" } as const;

function countOf({ records, total }: ReadDto): string {
  if (total === undefined) return countedInFigures(records, "record");
  return `${figures.format(records)} of ${countedInFigures(total, "record")}`;
}

function Row({ read }: { read: ReadDto }) {
  return (
    <li className="grid gap-x-4 gap-y-1 p-4 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
      <ReadBadge status={read.status} />
      <span className="grid min-w-0 gap-0.5">
        <span className="wrap-anywhere" dir="auto">
          {read.sentence}
        </span>
        <span className="text-meta text-muted">
          <bdi>{read.by}</bdi> · {doors[read.door]} · <RelativeTime iso={read.startedAt} />
        </span>
      </span>
      <span className="text-meta text-muted tabular-nums sm:text-right">
        <span className="block text-ink">{countOf(read)}</span>
        {counted(read.requests, "request")}
      </span>
    </li>
  );
}

/** The last reads of a source, each with who or which token, when, and how it went. */
export function ReadList({ reads }: { reads: readonly ReadDto[] }) {
  return (
    <ul className="divide-y divide-hairline overflow-hidden rounded-control border">
      {reads.map((read) => (
        <Row key={read.id} read={read} />
      ))}
    </ul>
  );
}
