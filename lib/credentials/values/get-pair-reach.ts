import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { findPairReach, type PairReach } from "./duplicate-repository";

/** What a new pair at the provider would break here: every credential with these very values, and their sources. */
export function getPairReach(actor: Actor, credentialId: string): Promise<PairReach> {
  authorize(actor, "credential:replace");
  return findPairReach(actor.workspaceId, credentialId);
}
