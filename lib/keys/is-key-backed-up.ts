import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { canForInstallation } from "@/lib/auth/authorize-for-installation";
import { keyRing } from "@/lib/platform/key-ring";
import { findKnownKeys } from "@/lib/platform/known-key-repository";

/** Whether someone said that they have a copy of the key that seals; undefined where it is not the actor's to know. */
export async function isKeyBackedUp(actor: Actor): Promise<boolean | undefined> {
  if (!(await canForInstallation(actor, "keys:read"))) return undefined;
  // The ring in memory. Without a usable one the installation has other worries, and says so itself.
  const ring = await keyRing().catch(() => undefined);
  if (!ring) return undefined;
  const keys = await findKnownKeys();
  return keys.some(({ id, backupConfirmedAt }) => id === ring.active.id && backupConfirmedAt !== null);
}
