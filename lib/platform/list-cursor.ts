/** The place of a row in an order: it holds also when the row is gone, and when others are added. */
export type ListPlace = {
  /** Its moment as the database writes it, or the key of its name. */
  key: string;
  id: string;
};

/** A moment as the database writes it, and one that exists: a 31st of February would be refused by the database only. */
function isMoment(key: string): boolean {
  const at = new Date(`${key}Z`);
  return /^20/.test(key) && !Number.isNaN(at.getTime()) && at.toISOString() === `${key}Z`;
}
const isText = (part: unknown): part is string =>
  typeof part === "string" && part.isWellFormed() && !part.includes("\0");

export function writeCursor({ key, id }: ListPlace): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** Undefined where it is no cursor of this order. */
export function readCursor(cursor: string, by: "moment" | "name"): ListPlace | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 2) return undefined;
  const [key, id] = parts as unknown[];
  if (!isText(key) || !isText(id)) return undefined;
  if (by === "moment" && !isMoment(key)) return undefined;
  return { key, id };
}
