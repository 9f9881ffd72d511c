import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorizeForInstallation } from "@/lib/auth/authorize-for-installation";
import { notFound } from "@/lib/platform/errors";
import { confirmBackupOf } from "./key-repository";
import { keyId } from "./keys-schema";

/** *I have a backup of this key*. */
export async function confirmKeyBackup(actor: Actor, id: unknown): Promise<void> {
  await authorizeForInstallation(actor, "keys:rotate");
  requireRecentSignIn(actor);
  const parsed = keyId.safeParse(id);
  if (!parsed.success || !(await confirmBackupOf(actor, parsed.data))) throw notFound("key");
}
