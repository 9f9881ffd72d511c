import "server-only";
import type { Member as Actor } from "@/lib/auth/actor";
import { setNeedsSecondFactorIn, showedSecondStepIn } from "@/lib/auth/second-factor/second-factors-repository";
import { recordWorkspaceNotice } from "@/lib/notices/notice-repository";
import { recordAudit } from "@/lib/platform/audit";
import { oneAtATime } from "./one-at-a-time-repository";

/** "without-own": who demands it of others has shown none; undefined: their role changed meanwhile. The workspace is told of it, not of its end. */
export async function setSecondFactorRule(
  actor: Actor,
  isRequired: boolean,
): Promise<"set" | "so-already" | "without-own" | undefined> {
  const { workspaceId, workspaceName, userId, peer } = actor;
  return oneAtATime(actor, async (tx) => {
    if (isRequired && !(await showedSecondStepIn(tx, actor))) return "without-own";
    if (!(await setNeedsSecondFactorIn(tx, workspaceId, isRequired))) return "so-already";
    if (isRequired) await recordWorkspaceNotice(tx, { workspaceId, kind: "workspace.second-factor-required" });
    const action = isRequired ? "workspace.second-factor-required" : "workspace.second-factor-optional";
    const subject = { subjectId: workspaceId, subjectName: workspaceName };
    await recordAudit(tx, { workspaceId, actorId: userId, action, ...subject, peer });
    return "set";
  });
}
