import { createHash } from "node:crypto";

/** An event as its hash covers it, whole. */
export type ChainedEvent = {
  seq: bigint;
  previousHash: string;
  hash: string;
  workspaceId: string;
  id: string;
  at: Date;
  actorId: string;
  action: string;
  subjectId: string;
  subjectName: string;
  fields: string[] | null;
  result: string;
  peer: string | null;
};

/** What the first event of a trail is chained to. */
export const NO_HASH = "0".repeat(64);

const part = (value: string | null) => (value === null ? "-;" : `${Buffer.byteLength(value)}:${value};`);

/**
 * The hash that an event must have, in hexadecimal. The database computes the same when it inserts one, see
 * `audit_chain` in the migrations; verifying does not rely on the database's word for it.
 */
export function hashOf(event: Omit<ChainedEvent, "hash">): string {
  const { seq, previousHash, workspaceId, id, at, actorId, action, subjectId, subjectName, result, peer } = event;
  const count = event.fields === null ? null : String(event.fields.length);
  const before = [workspaceId, id, String(at.getTime()), actorId, action, subjectId, subjectName, count];
  const content = [...before, ...(event.fields ?? []), result, peer].map(part).join("");
  return createHash("sha256").update(`latchkey-audit-1;${previousHash};${seq};${content}`).digest("hex");
}
