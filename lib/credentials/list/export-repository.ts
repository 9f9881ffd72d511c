import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { recordAudit } from "@/lib/platform/audit";
import { inTransaction } from "@/lib/platform/database";

/** Writes down that someone took the list along, and what it was narrowed by. */
export async function recordCredentialExport(
  { workspaceId, workspaceName, userId: actorId, peer }: Principal,
  fields: string[],
): Promise<void> {
  const subject = { subjectId: workspaceId, subjectName: workspaceName };
  await inTransaction((tx) =>
    recordAudit(tx, { workspaceId, actorId, action: "credentials.exported", ...subject, fields, peer }),
  );
}
