import { csvLine } from "@/lib/platform/csv-line";
import type { AuditRow } from "./audit-repository";
import type { AuditExportForm, AuditFilter } from "./audit-schema";
import { actorWords } from "./audit-words";

const columns = [
  "seq",
  "at",
  "actorId",
  "actorName",
  "action",
  "subjectId",
  "subjectName",
  "fields",
  "result",
  "peer",
  "id",
  "workspaceId",
  "previousHash",
  "hash",
] as const;

export type ExportedTrail = {
  workspaceId: string;
  workspaceName: string;
  exportedAt: string;
  filter: AuditFilter;
  /** What everyone is called, by id. */
  names: ReadonlyMap<string, string>;
};

/** How a format writes a trail: what comes first, each event, and what comes last. */
type AuditFormat = {
  contentType: string;
  head: (trail: ExportedTrail) => string;
  event: (row: AuditRow, trail: ExportedTrail, isFirst: boolean) => string;
  tail: string;
};

function toRecord(row: AuditRow, { workspaceId, names }: ExportedTrail) {
  const { seq, at, actorId, peer, ...rest } = row;
  const who = { actorId, actorName: actorWords(actorId, names.get(actorId)) };
  return { seq: Number(seq), at: at.toISOString(), ...who, ...rest, peer, workspaceId };
}

export const auditFormats: Record<AuditExportForm["format"], AuditFormat> = {
  csv: {
    contentType: "text/csv; charset=utf-8; header=present",
    head: () => csvLine(columns),
    event: (row, trail) => {
      const record = toRecord(row, trail);
      return csvLine(
        columns.map((name) => {
          const value = record[name];
          return Array.isArray(value) ? value.join(" ") : String(value ?? "");
        }),
      );
    },
    tail: "",
  },
  // One event a line: whoever reads it by line needs no parser for all of it.
  json: {
    contentType: "application/json; charset=utf-8",
    head: ({ names: _, ...trail }) => `${JSON.stringify(trail).slice(0, -1)},"events":[\n`,
    event: (row, trail, isFirst) => `${isFirst ? "" : ",\n"}${JSON.stringify(toRecord(row, trail))}`,
    tail: "\n]}\n",
  },
};
