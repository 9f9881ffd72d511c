import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorizeForInstallation } from "@/lib/auth/authorize-for-installation";
import { newKey, toSealingKey } from "@/lib/platform/key-ring";
import { auditKey } from "./key-repository";
import { writeRing } from "./write-ring";

/**
 * Makes a key and puts it behind the others: it opens, and seals nothing before the next rotation. So there is time to
 * back it up, and every instance has it before the first value needs it. Returns its id.
 */
export async function addKey(actor: Actor): Promise<string> {
  await authorizeForInstallation(actor, "keys:rotate");
  requireRecentSignIn(actor);
  const text = newKey();
  const { id } = await toSealingKey(text, "a new key");
  await writeRing(async (keys) => [...keys, text]);
  await auditKey(actor, "key.added", id);
  return id;
}
