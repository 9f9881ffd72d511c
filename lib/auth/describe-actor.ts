import "server-only";
import type { Principal } from "./actor";
import type { OwnDto } from "./own-dto";

/** Tells whoever asks who they are here, and a program what its token is for. Needs no right: it is about them. */
export function describeActor(actor: Principal): OwnDto {
  const { kind, name, role, workspaceId, workspaceName } = actor;
  const own = { kind, name, workspace: { id: workspaceId, name: workspaceName }, role };
  if (actor.kind === "member") return own;
  const { scopes, sourceIds } = actor;
  return { ...own, scopes: [...scopes], sources: sourceIds === "every" ? "every" : [...sourceIds] };
}
