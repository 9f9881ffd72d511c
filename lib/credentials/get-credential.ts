import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noteSubject } from "@/lib/auth/attempt";
import { authorize } from "@/lib/auth/permissions";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import type { CredentialDetailsDto, CredentialDto } from "./credential-dto";
import { findCredentialRow } from "./credential-repository";

/** The same for use cases that authorized already. */
export async function requireCredential(actor: Actor, id: unknown): Promise<CredentialDetailsDto> {
  const parsed = recordId.safeParse(id);
  const credential = parsed.success ? await findCredentialRow(actor.workspaceId, parsed.data) : undefined;
  if (!credential) throw notFound("credential");
  noteSubject(actor, credential);
  return credential;
}

/** One credential of the actor's workspace. Another workspace's id, a deleted one and nonsense are all "not found". */
export async function getCredential(actor: Actor, id: unknown): Promise<CredentialDetailsDto> {
  authorize(actor, "credential:read");
  return requireCredential(actor, id);
}

/** One that was created a while ago, for whoever sends the request again that created it. */
export async function getCreatedCredential(actor: Actor, id: string): Promise<CredentialDto> {
  authorize(actor, "credential:create");
  const { version: _, valuesChangedAt: __, ...credential } = await requireCredential(actor, id);
  return credential;
}
