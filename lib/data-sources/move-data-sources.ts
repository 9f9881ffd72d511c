import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { requireSource } from "@/lib/auth/tokens/require-source";
import { checkStoredValues } from "@/lib/credentials/checks/check-stored-values";
import { getCredential } from "@/lib/credentials/get-credential";
import { requireAccepted } from "@/lib/credentials/values/require-accepted";
import { counted } from "@/lib/platform/counted-dto";
import { notFound, Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { MoveDto } from "./data-source-dto";
import { moveDataSourcesInput } from "./data-source-schema";
import { listMovableIds, type Moved, moveDataSourceRows } from "./move-repository";

/** Why nothing was moved, with each source that stood in the way. */
function overtaken(result: Exclude<Moved, { count: number }>, sourceIds: string[]): Refusal {
  if (result === "credential-changed") {
    return new Refusal(
      "CHANGED_MEANWHILE",
      "Nothing was moved: one of the two credentials was deleted or refused in the meantime.",
    );
  }
  const { elsewhere, goneIds } = result;
  const reasons = [
    ...(elsewhere.length > 0
      ? [counted(elsewhere.length, "data source uses", "data sources use").concat(" another credential now")]
      : []),
    ...(goneIds.length > 0 ? [counted(goneIds.length, "was deleted", "were deleted")] : []),
  ];
  const fields = sourceIds.flatMap((id, index) => {
    if (goneIds.includes(id)) return [[`sourceIds.${index}`, "This data source was deleted."]];
    return elsewhere.some((one) => one.id === id)
      ? [[`sourceIds.${index}`, "This data source uses another credential now."]]
      : [];
  });
  return new Refusal("CHANGED_MEANWHILE", `Nothing was moved: ${reasons.join(", ")}. Look at the list again.`, {
    blockers: elsewhere,
    fields: Object.fromEntries(fields),
  });
}

/**
 * *Move sources*: has the target verified now, then makes exactly the sources that are named use it, all of them or
 * none. A source that was created since stays where it is. Where none is named, it is what uses the credential now, a
 * thousand at most.
 * @param signal stops a check that is made here; nothing is moved then
 */
export async function moveDataSources(actor: Actor, input: unknown, signal?: AbortSignal): Promise<MoveDto> {
  authorize(actor, "credential:move");
  requireRecentSignIn(actor);
  const { credentialId, targetId, sourceIds, receipt } = parseInput(moveDataSourcesInput, input);
  for (const id of sourceIds ?? []) requireSource(actor, id);
  const from = await getCredential(actor, credentialId);
  const target = await getCredential(actor, targetId);
  if (target.id === from.id || target.connectorId !== from.connectorId) throw notFound("credential");
  const { workspaceId, userId } = actor;
  const ids = [...new Set(sourceIds ?? (await listMovableIds(workspaceId, from.id)))];
  if (ids.length === 0) return { saved: true, count: 0, left: 0 };
  for (const id of ids) requireSource(actor, id);
  const stored = { workspaceId, userId, credentialId: targetId, version: target.version, purpose: "move" } as const;
  const ask = async () =>
    (await checkStoredValues(actor, { credentialId: targetId, trigger: "move", signal })).verification;
  const accepted = await requireAccepted(stored, { receipt, signal }, ask);
  if ("verification" in accepted) return { saved: false, verification: accepted.verification };
  const result = await moveDataSourceRows(actor, { fromId: from.id, targetId: target.id, sourceIds: ids });
  if (typeof result === "object" && "count" in result) return { saved: true, ...result };
  throw overtaken(result, ids);
}
