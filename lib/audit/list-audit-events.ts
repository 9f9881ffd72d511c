import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { actorNames } from "./actor-names";
import type { AuditPageDto } from "./audit-dto";
import { findPosition, listAuditRows } from "./audit-repository";
import { type AuditFilter, auditCursor } from "./audit-schema";
import { toAuditEventDto } from "./to-audit-event-dto";

const PAGE = 50;

/** A page of the trail, newest first. A cursor that makes no sense leads to the first page. */
export async function listAuditEvents(actor: Actor, filter: AuditFilter, before?: unknown): Promise<AuditPageDto> {
  authorize(actor, "audit:read");
  const cursor = auditCursor.safeParse(before).data;
  const position = cursor === undefined ? undefined : await findPosition(actor.workspaceId, BigInt(cursor));
  const [rows, names] = await Promise.all([
    listAuditRows(actor.workspaceId, filter, { take: PAGE + 1, position }),
    actorNames(actor.workspaceId),
  ]);
  const events = rows.slice(0, PAGE).map((row) => toAuditEventDto(row, names));
  const last = events.at(-1);
  return { events, ...(rows.length > PAGE && last ? { before: last.seq } : {}) };
}
