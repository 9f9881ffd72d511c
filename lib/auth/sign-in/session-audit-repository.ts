import "server-only";
import { noteSeen } from "@/lib/auth/membership-repository";
import { recordAudit } from "@/lib/platform/audit";
import { prisma } from "@/lib/platform/database";

/**
 * Writes down that a session begins or ends. The auth library keeps sessions in statements of its own, so this is
 * written before its change rather than with it: a crash between the two leaves an event without a change, never a
 * change without an event.
 */
export async function recordSession(
  userId: string,
  workspaceId: string,
  action: "session.code-asked" | "session.started" | "session.ended",
  peer: string | null | undefined,
  /** The way that they came by, where it is not the password. */
  result = "ok",
): Promise<void> {
  const client = await prisma();
  const user = await client.user.findUnique({ where: { id: userId }, select: { name: true } });
  const subject = { subjectId: userId, subjectName: user?.name ?? "" };
  await recordAudit(client, { workspaceId, actorId: userId, action, ...subject, result, peer: peer || undefined });
  if (action === "session.started") await noteSeen(workspaceId, userId);
}

type Attempted = { userId: string | null; name: string | null; workspaceId: string };

/**
 * Writes down that a sign-in was refused: under the account where the address has one that is in a workspace, else under
 * "unknown" in the workspace of this installation's owner. What was typed is kept nowhere: it may be a password in the
 * wrong field. Known and unknown addresses cost the same statements, and so does an account of no workspace.
 */
export async function recordRefusedSignIn(
  email: string,
  peer: string | undefined,
  /** What it was refused for, where it was not the password. */
  result = "refused",
): Promise<void> {
  const client = await prisma();
  const [attempted] = await client.$queryRaw<Attempted[]>`
    SELECT u."id" AS "userId", u."name", m."workspaceId"
    FROM "Installation" i
    LEFT JOIN "User" u ON u."email" = lower(${email})
      AND EXISTS (SELECT 1 FROM "Member" own WHERE own."userId" = u."id")
    JOIN "Member" m ON m."userId" = coalesce(u."id", i."ownerId")
    ORDER BY m."createdAt" LIMIT 1`;
  // Before the set-up there is no trail to write to; the log has it.
  if (!attempted) return;
  const { userId, name, workspaceId } = attempted;
  const actorId = userId ?? "unknown";
  const subject = { subjectId: actorId, subjectName: name ?? "" };
  await recordAudit(client, { workspaceId, actorId, action: "session.refused", ...subject, result, peer });
}
