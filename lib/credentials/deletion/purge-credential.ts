import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { purgeCredentialRow } from "./deletion-repository";

/** *Erase now*: a deleted credential and all of its sealed values, before its days are over. */
export async function purgeCredential(actor: Actor, id: unknown): Promise<void> {
  authorize(actor, "credential:delete");
  requireRecentSignIn(actor);
  const parsed = recordId.safeParse(id);
  const { workspaceId, userId: actorId, peer } = actor;
  const purged =
    parsed.success && (await purgeCredentialRow({ workspaceId, credentialId: parsed.data, actorId, peer }));
  if (!purged) throw notFound("deleted credential");
}
