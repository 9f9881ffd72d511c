import "server-only";
import { shortened } from "@/lib/checks/identity";
import type { Judgement } from "@/lib/checks/judge-answer";
import { limitTime } from "@/lib/platform/outbound-request";
import { coded, connectVerified, type DatabaseTarget } from "@/lib/platform/verified-socket";
import { judgeFailure } from "./judge-failure";
import { columnsOf, isServerRefusal, NOT_SPOKEN } from "./messages";
import { goodbye, type Login, type Session, signIn } from "./sign-in";

const PROOF = "SELECT 1";

/** Tables, views and the like that are not the server's own. */
const THEIRS = `FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'`;

/** Who is signed in where, and whether there is anything, and anything that may be read. */
export const RIGHTS = `SELECT current_user, pg_catalog.current_database(), pg_catalog.current_setting('server_version_num'),
EXISTS (SELECT ${THEIRS}),
EXISTS (SELECT ${THEIRS} AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
  AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT'))`;

const isTrue = (text: string | null | undefined) => text === "t";

/** "16" of 160004, and "9" of 90624. */
const majorOf = (version: string) => (/^\d{5,6}$/.test(version) ? Math.floor(Number(version) / 10_000) : undefined);

/** What the login can do. The server's words are a stranger's: short, on one line, and nothing but text. */
async function lookAround(session: Session): Promise<Judgement> {
  const row = await session.firstRow(RIGHTS).catch((error: unknown) => {
    // It signed in all the same; another kind of server may lack what was asked for.
    if (isServerRefusal(error)) return undefined;
    throw error;
  });
  if (!row) return { outcome: "accepted-with-warning" };
  const [user, database, version, has, mayRead] = columnsOf(row.body);
  const major = majorOf(version ?? "");
  const names = [shortened(user ?? ""), shortened(database ?? "")].join("@");
  const text = `${names}${major === undefined ? "" : `, PostgreSQL ${major}`}`;
  const outcome = isTrue(mayRead) ? "accepted" : "may-not-read";
  return { outcome, identity: { of: "tenant", text }, ...(isTrue(has) ? {} : { cause: "empty" }) };
}

type Asking = { endsAt: number; signal: AbortSignal | undefined };

/**
 * Signs in to a database, and looks whether it answers and may be read: within one deadline, with one connection that is
 * always ended. Returns what came of it, never throws.
 */
export async function askPostgres(target: DatabaseTarget, login: Login, asking: Asking): Promise<Judgement> {
  const deadline = limitTime(Math.max(Math.floor(asking.endsAt - performance.now()), 1), asking.signal);
  try {
    const socket = await connectVerified(target, deadline.signal);
    try {
      const session = await signIn(socket, login);
      const proof = await session.firstRow(PROOF);
      if (!proof || columnsOf(proof.body)[0] !== "1") throw coded(NOT_SPOKEN);
      const judgement = await lookAround(session);
      socket.end(goodbye());
      socket.destroySoon();
      return judgement;
    } catch (error) {
      socket.destroy();
      throw error;
    }
  } catch (error) {
    if (deadline.isOver()) return { outcome: "timed-out", code: "DEADLINE" };
    if (asking.signal?.aborted) return { outcome: "cancelled", code: "CANCELLED" };
    return judgeFailure(error);
  } finally {
    deadline.end();
  }
}
