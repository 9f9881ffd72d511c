import "server-only";
import type { TokenHolder } from "@/lib/auth/actor";
import { can, type Operation } from "@/lib/auth/permissions";
import { isMemberRole } from "@/lib/auth/role-dto";
import { findHeld } from "./holder-repository";

/** Whether a token that was shown once may still do something, with a data source where it is about one. */
export async function stillHolds(holder: TokenHolder, operation: Operation, dataSourceId?: string): Promise<boolean> {
  const held = await findHeld(holder, new Date());
  if (!held || !isMemberRole(held.role)) return false;
  const { role, scopes, everySource, sourceIds } = held;
  const isItsSource = everySource || dataSourceId === undefined || sourceIds.includes(dataSourceId);
  return can({ role, scopes }, operation) && isItsSource;
}
