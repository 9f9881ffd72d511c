import "server-only";
import { endSession } from "@/lib/auth/account/session-repository";
import { findSession } from "@/lib/auth/current-actor";
import { peerOf } from "@/lib/auth/peer-of";

/** Ends the session at the server. Nothing where there is none any more; throws where it could not be ended. */
export async function signOut(headers: Headers): Promise<void> {
  const found = await findSession(headers);
  if (!found) return;
  const { sessionId: id, activeWorkspaceId, userId, name } = found;
  await endSession({ id, workspaceId: activeWorkspaceId ?? undefined }, { userId, name, peer: peerOf(headers) });
}
