import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { VersionDto } from "@/lib/credentials/credential-dto";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { listVersionRows } from "./version-repository";

/** The values that a credential has and had, newest first: who stored them, when, and which are in use. */
export async function listVersions(actor: Actor, credentialId: unknown): Promise<VersionDto[]> {
  authorize(actor, "credential:rollback");
  const parsed = recordId.safeParse(credentialId);
  const versions = parsed.success ? await listVersionRows(actor.workspaceId, parsed.data) : [];
  if (versions.length === 0) throw notFound("credential");
  return versions;
}
