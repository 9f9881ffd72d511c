import pg from "pg";
import { isOwnStatement } from "@/lib/platform/own-statement.fixture";
import { leavesState, plainly, tablesOfAnyWorkspace } from "./statement-rule.fixture";

/** By lib/platform/prepared.ts, which knows what to do where a session is another one. */
const isPrepared = (name: string) => name.startsWith("latchkey_");

/** What a statement does that none of the product's may. */
function faultOf(sql: string, name: string | undefined): string | undefined {
  if ((name !== undefined && !isPrepared(name)) || leavesState(sql))
    return `leaves something in its session: ${plainly(sql)}`;
  const tables = tablesOfAnyWorkspace(sql);
  return tables.length > 0 ? `reads or writes ${tables.join(", ")} of any workspace: ${plainly(sql)}` : undefined;
}

/**
 * Reads every statement that goes to the database from now on, whichever library made it, but for those of tests
 * themselves. Returns what asks for the faults so far: a new statement is held to the rule by any test that leads to it.
 */
export function watchStatements(): () => string[] {
  const faults = new Map<string, string | undefined>();
  const query: (...args: unknown[]) => unknown = pg.Client.prototype.query;
  const watched = function (this: pg.Client, ...args: [unknown, ...unknown[]]) {
    const [asked] = args;
    const { text, name } = (typeof asked === "string" ? { text: asked } : asked) as { text?: string; name?: string };
    if (text !== undefined && !isOwnStatement(text) && !faults.has(text)) faults.set(text, faultOf(text, name));
    return query.apply(this, args);
  };
  Object.assign(pg.Client.prototype, { query: watched });
  return () => [...faults.values()].filter((fault) => fault !== undefined);
}
