import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { requireRecentSignIn } from "@/lib/auth/recent-sign-in";
import { getCredential } from "@/lib/credentials/get-credential";
import { verifyCredential } from "@/lib/credentials/verify-credential";
import { notFound, Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { MoveDto } from "./data-source-dto";
import { moveDataSourcesInput } from "./data-source-schema";
import { moveDataSourceRows } from "./move-repository";

/**
 * *Move sources*: has the target verified now, then makes exactly the sources that were previewed use it, all of them
 * or none. A source that was created since stays where it is.
 */
export async function moveDataSources(actor: Actor, input: unknown): Promise<MoveDto> {
  authorize(actor, "credential:move");
  requireRecentSignIn(actor);
  const { credentialId, targetId, sourceIds } = parseInput(moveDataSourcesInput, input);
  const from = await getCredential(actor, credentialId);
  const target = await getCredential(actor, targetId);
  if (target.id === from.id || target.connectorId !== from.connectorId) throw notFound("credential");
  const verification = await verifyCredential(actor, targetId, { operation: "credential:move", trigger: "move" });
  if (verification.status !== "VERIFIED") return { moved: false, verification };
  const ids = [...new Set(sourceIds)];
  const move = { fromId: from.id, targetId: target.id, sourceIds: ids };
  if ((await moveDataSourceRows(actor, move)) === "changed-meanwhile") {
    throw new Refusal(
      "CHANGED_MEANWHILE",
      "Nothing was moved: one of these data sources or credentials was changed meanwhile. Look at the preview again.",
    );
  }
  return { moved: true, count: ids.length };
}
