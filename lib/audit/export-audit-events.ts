import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { stillMay } from "@/lib/auth/still-may";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { withoutEmpty } from "@/lib/platform/without-empty";
import { actorNames } from "./actor-names";
import { auditFormats } from "./audit-export-format";
import { type AuditPosition, listAuditRows, recordAccess } from "./audit-repository";
import { auditExportForm } from "./audit-schema";

const PAGE = 500;

export type AuditExport = {
  filename: string;
  contentType: string;
  /** The file's text in pieces, read as fast as it is taken. */
  chunks: AsyncGenerator<string, void>;
};

/** The type of the file that an export would be, for a look beforehand, which is no export. */
export function auditExportHead(actor: Principal, input: Record<string, unknown>): Headers {
  authorize(actor, "audit:read");
  const { format } = parseInput(auditExportForm, withoutEmpty(input));
  return new Headers({ "content-type": auditFormats[format].contentType });
}

/**
 * *Export CSV*, *Export JSON*: every event that the filter lets through, newest first. The export is an event itself,
 * written before the first line leaves, so the file of an unfiltered export begins with it. It breaks off where whoever
 * takes it loses the right meanwhile.
 */
export async function exportAuditEvents(actor: Principal, input: Record<string, unknown>): Promise<AuditExport> {
  authorize(actor, "audit:read");
  const { format, ...filter } = parseInput(auditExportForm, withoutEmpty(input));
  await recordAccess(actor, { action: "audit.exported", fields: [format, ...Object.keys(filter)] });
  const { workspaceId, workspaceName } = actor;
  const { contentType, head, event, tail } = auditFormats[format];
  const exportedAt = new Date().toISOString();
  const trail = { workspaceId, workspaceName, exportedAt, filter, names: await actorNames(workspaceId) };

  async function* chunks() {
    let position: AuditPosition | undefined;
    let text = head(trail);
    do {
      const rows = await listAuditRows(workspaceId, filter, { take: PAGE, position });
      for (const row of rows) {
        text += event(row, trail, position === undefined);
        position = row;
      }
      yield text;
      text = "";
      if (rows.length < PAGE) break;
      if (!(await stillMay(actor, "audit:read"))) throw new Refusal("FORBIDDEN", "You can't see the trail any more.");
    } while (position);
    yield tail;
  }
  return { filename: `audit-${exportedAt.slice(0, 10)}.${format}`, contentType, chunks: chunks() };
}
