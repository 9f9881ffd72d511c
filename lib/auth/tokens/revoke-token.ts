import "server-only";
import { type Principal, personIdOf } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { notFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { findTokenMaker, revokeTokenRow } from "./token-repository";
import { tokenReference } from "./token-schema";

/** Ends a token at once and for good: one's own, or anyone's with the right to manage them. */
export async function revokeToken(actor: Principal, input: unknown): Promise<void> {
  authorize(actor, "token:revoke");
  const { tokenId } = parseInput(tokenReference, input);
  // Of one that does not exist it is said too: who may not see the tokens of others learns nothing about them.
  if ((await findTokenMaker(actor.workspaceId, tokenId)) !== personIdOf(actor)) authorize(actor, "token:manage");
  if (!(await revokeTokenRow(actor, tokenId))) throw notFound("token");
}
