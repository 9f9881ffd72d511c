import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorizeForInstallation } from "@/lib/auth/authorize-for-installation";
import { counted } from "@/lib/platform/counted-dto";
import { notFound, Refusal } from "@/lib/platform/errors";
import { toSealingKey } from "@/lib/platform/key-ring";
import { getKeys } from "./get-keys";
import { retireKnownKey } from "./key-repository";
import { keyId } from "./keys-schema";
import { writeRing } from "./write-ring";

/** *Retire*: takes a key that seals nothing any more out of the ring, for good. Refuses while a version names it. */
export async function retireKey(actor: Actor, id: unknown): Promise<void> {
  await authorizeForInstallation(actor, "keys:rotate");
  requireRecentSignIn(actor);
  const parsed = keyId.safeParse(id);
  const { keys, canWrite, source } = await getKeys(actor);
  const key = parsed.success ? keys.find((one) => one.id === parsed.data) : undefined;
  if (!key || key.state === "missing") throw notFound("key");
  if (key.state === "active") throw new Refusal("IN_USE", "This key encrypts new values. Rotate to another one first.");
  const inUse = await retireKnownKey(actor, key.id);
  if (inUse > 0) {
    throw new Refusal(
      "IN_USE",
      `${counted(inUse, "stored value needs", "stored values need")} this key. Rotate first.`,
    );
  }
  // The database refuses it from here on; a crash before the next line leaves a key that opens nothing in the file.
  if (!canWrite) throw new Refusal("IN_USE", `The key is retired. Now remove it from ${source} yourself.`);
  await writeRing(async (texts) => {
    const ids = await Promise.all(texts.map(async (text) => (await toSealingKey(text, source)).id));
    return texts.filter((_, index) => ids[index] !== key.id);
  });
}
