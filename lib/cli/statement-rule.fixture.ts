import { readFileSync } from "node:fs";
import { EXCEPTIONS } from "./statement-exceptions.fixture";

const schema = readFileSync("prisma/schema.prisma", "utf8");

export const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => ({
  name,
  body,
}));

/** The tables whose rows belong to a workspace. */
export const ofWorkspaces = models.filter(({ body }) => /^ {2}workspaceId +/m.test(body));

const tables = ofWorkspaces.map(({ name }) => name).join("|");
const USED = new RegExp(`\\b(INSERT INTO|FROM|JOIN|UPDATE) (${tables})\\b(?!\\.)`, "g");
/** Given as a value: being equal to another row's says nothing of which workspace it is. */
const GIVEN = /\bworkspaceId\)? ?(= ?(ANY ?)?\(?\$|IN \((\$|NULL))/;
const INSERTED = /\([^)]*\bworkspaceId\b[^)]*\)/;

/** As it is easy to read and to compare: on one line, without quotes and without the schema's name. */
export const plainly = (sql: string): string =>
  sql.replaceAll('"public".', "").replaceAll('"', "").replaceAll(/\s+/g, " ").trim();

/** The tables that a statement uses without a word of whose rows it is about. */
export function tablesOfAnyWorkspace(sql: string): string[] {
  const text = plainly(sql);
  if (GIVEN.test(text) || EXCEPTIONS.some(({ statements }) => statements.some((one) => one.test(text)))) return [];
  const used = [...text.matchAll(USED)].filter(([, word = ""]) => word !== "INSERT INTO" || !INSERTED.test(text));
  return [...new Set(used.map(([, , table = ""]) => table))];
}

/** What would be left behind in a session of the database, which behind a pooler is the next one's. */
const IN_SESSION =
  /^(SET (?!LOCAL |TRANSACTION |CONSTRAINTS )|LISTEN |NOTIFY |PREPARE |DISCARD )|\bCREATE (LOCAL |GLOBAL )?TEMP|\bpg_(try_)?advisory_(un)?lock|\bWITH HOLD\b|\bset_config\(/i;

export const leavesState = (sql: string): boolean => IN_SESSION.test(plainly(sql));
