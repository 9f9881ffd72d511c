import "server-only";
import { findSession } from "./current-actor";
import { peerOf } from "./peer-of";
import { endSession } from "./session-repository";

/** Ends the session at the server. Nothing where there is none any more; throws where it could not be ended. */
export async function signOut(headers: Headers): Promise<void> {
  const found = await findSession(headers);
  if (!found) return;
  const { session, user } = found;
  const person = { userId: user.id, name: user.name, peer: peerOf(headers) };
  await endSession({ id: session.id, workspaceId: session.activeWorkspaceId ?? undefined }, person);
}
