import "server-only";
import { auth } from "./auth";
import { findActor } from "./current-actor";
import { recordSession } from "./session-audit-repository";

/** Ends the session at the server. Nothing where there is none any more. */
export async function signOut(headers: Headers): Promise<void> {
  const actor = await findActor(headers).catch(() => undefined);
  if (actor) await recordSession(actor.userId, actor.workspaceId, "session.ended", actor.peer).catch(() => undefined);
  await (await auth()).api.signOut({ headers }).catch(() => undefined);
}
