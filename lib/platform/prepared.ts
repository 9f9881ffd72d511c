import "server-only";
import { createHash } from "node:crypto";
import { types } from "node:util";
import pg from "pg";
import type { Prisma } from "@/prisma/generated/client";
import { assertWritable, database, retryConflicts } from "./database";
import { once } from "./process-state.mjs";

/** As Prisma reads our columns: a time without a zone is UTC's, a day begins at UTC's midnight. */
function getTypeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
  if (oid === pg.types.builtins.TIMESTAMP) return (text) => new Date(`${text.replace(" ", "T")}Z`);
  if (oid === pg.types.builtins.DATE) return (text) => new Date(`${text}T00:00:00Z`);
  return pg.types.getTypeParser(oid, format as "text");
}

/** A plan of before a migration, which fits the table no more. */
const STALE_PLAN = "0A000";
/** A pooler that gives each statement another connection than the one that it was prepared on. */
const NOT_KEPT = ["26000", "42P05"];
const state = once("prepared statements", () => ({ areKept: true }));

const nameOf = (text: string) => `latchkey_${createHash("sha256").update(text).digest("base64url").slice(0, 24)}`;
const toParameter = (value: unknown) => (types.isDate(value) ? value.toISOString() : value);

type Query = { text: string; values: unknown[]; name?: string };

/** The pool's own `query` closes a connection on which a statement was refused, with all that was prepared there. */
async function runQuery<Row extends object>(query: Query): Promise<Row[]> {
  const client = await (await database()).pool.connect();
  try {
    const { rows } = await client.query<Row>({ ...query, types: { getTypeParser } });
    client.release();
    return rows;
  } catch (error) {
    const isRefused = (error as { severity?: string }).severity === "ERROR";
    client.release(isRefused ? undefined : (error as Error));
    throw error;
  }
}

/**
 * Runs one statement, which each connection parses and plans once: for what every request asks. That costs a fifth of
 * the same through Prisma's client, whose rows and migrations these still are; see docs/decisions/0027. It is a
 * transaction of its own. Its text must be one of few: what differs from call to call goes into values.
 *
 * @returns the rows; numbers of 64 bits as text, times and days as `Date`
 */
export async function prepared<Row extends object>({
  text,
  values,
}: Pick<Prisma.Sql, "text" | "values">): Promise<Row[]> {
  const query = { text, values: values.map(toParameter) };
  if (!state.areKept) return runQuery(query);
  try {
    return await runQuery({ ...query, name: nameOf(text) });
  } catch (error) {
    const { code = "" } = error as { code?: string };
    // Both are found out before anything is done.
    if (NOT_KEPT.includes(code)) state.areKept = false;
    else if (code !== STALE_PLAN) throw error;
    return runQuery(query);
  }
}

/** The same for one that changes something; tried again where it lost against another. */
export async function preparedWrite<Row extends object>(statement: Prisma.Sql): Promise<Row[]> {
  await assertWritable();
  return retryConflicts(() => prepared<Row>(statement));
}
