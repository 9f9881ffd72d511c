import "server-only";
import type { Transaction } from "./database";
import { randomId } from "./random-id";

/**
 * Every action that there is, by its name. Empty here, because the platform knows no noun: `lib/audit/audit-words.ts`
 * fills it in from the table of what each is called, so that an action without words does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by its declaration there
export interface AuditActions {}
export type AuditAction = keyof AuditActions;

export type AuditEntry = {
  workspaceId: string;
  actorId: string;
  /** `noun.verb`, for example `credential.created`. */
  action: AuditAction;
  subjectId: string;
  subjectName: string;
  /** Names of changed fields, never their values. */
  fields?: string[];
  /** "ok", or the outcome of a check. */
  result?: string;
  peer: string | undefined;
};

/** The row of an entry. */
export function auditRow({ fields = [], result = "ok", peer, ...entry }: AuditEntry) {
  return { id: randomId(), at: new Date(), ...entry, fields, result, peer: peer ?? null };
}

/** The same for `insertTogether`, where the event is written in one statement with what it tells of. */
export const auditInsertion = (entry: AuditEntry) => ({ into: "AuditEvent" as const, row: auditRow(entry) });

/**
 * Writes an audit row in the transaction of the change it tells of: neither exists without the other. The database
 * chains it to the workspace's last one and locks the trail until the transaction ends, so it comes last in it.
 */
export async function recordAudit(tx: Pick<Transaction, "auditEvent">, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({ data: auditRow(entry), select: { id: true } });
}

/**
 * The same for several events, in one statement. Workspaces come in one order, whoever writes: two transactions that
 * lock the ends of the same trails do not wait for each other for ever.
 */
export async function recordAudits(tx: Pick<Transaction, "auditEvent">, entries: AuditEntry[]): Promise<void> {
  const order = (a: string, b: string) => Number(a > b) - Number(a < b);
  const data = entries.toSorted((a, b) => order(a.workspaceId, b.workspaceId)).map(auditRow);
  await tx.auditEvent.createMany({ data });
}
