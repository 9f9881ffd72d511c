import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { requireSource } from "@/lib/auth/tokens/require-source";
import { checkStoredValues } from "@/lib/credentials/checks/check-stored-values";
import { getCredential } from "@/lib/credentials/get-credential";
import { requireAccepted } from "@/lib/credentials/values/require-accepted";
import { notFound, Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { MoveDto } from "./data-source-dto";
import { moveDataSourcesInput } from "./data-source-schema";
import { moveDataSourceRows } from "./move-repository";

/**
 * *Move sources*: has the target verified now, then makes exactly the sources that were previewed use it, all of them
 * or none. A source that was created since stays where it is.
 * @param signal stops a check that is made here; nothing is moved then
 */
export async function moveDataSources(actor: Actor, input: unknown, signal?: AbortSignal): Promise<MoveDto> {
  authorize(actor, "credential:move");
  requireRecentSignIn(actor);
  const { credentialId, targetId, sourceIds, receipt } = parseInput(moveDataSourcesInput, input);
  for (const id of sourceIds) requireSource(actor, id);
  const from = await getCredential(actor, credentialId);
  const target = await getCredential(actor, targetId);
  if (target.id === from.id || target.connectorId !== from.connectorId) throw notFound("credential");
  const { workspaceId, userId } = actor;
  const stored = { workspaceId, userId, credentialId: targetId, version: target.version, purpose: "move" } as const;
  const ask = async () =>
    (await checkStoredValues(actor, { credentialId: targetId, trigger: "move", signal })).verification;
  const accepted = await requireAccepted(stored, { receipt, signal }, ask);
  if ("verification" in accepted) return { saved: false, verification: accepted.verification };
  const ids = [...new Set(sourceIds)];
  const move = { fromId: from.id, targetId: target.id, sourceIds: ids };
  if ((await moveDataSourceRows(actor, move)) === "changed-meanwhile") {
    throw new Refusal(
      "CHANGED_MEANWHILE",
      "Nothing was moved: someone changed one of these data sources or credentials. Look at the preview again.",
    );
  }
  return { saved: true, count: ids.length };
}
