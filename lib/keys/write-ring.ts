import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { keyProvider } from "@/lib/platform/key-provider";
import { assertHolds, forgetKeyRing, keyRing, toKeyRing } from "@/lib/platform/key-ring";
import { storedKeyIds } from "@/lib/platform/known-key-repository";

/**
 * Replaces the keys at their source. What was written is looked at before: a ring that is not usable, or lacks a key
 * that stored values name, is never written. Refuses where only the operator can write.
 */
export async function writeRing(change: (keys: readonly string[]) => Promise<readonly string[]>): Promise<void> {
  const provider = keyProvider();
  if (!provider.write) {
    throw new Refusal(
      "IN_USE",
      `The keys come from ${provider.source}, which this server can't write. Change them there, the active one first, and start again.`,
    );
  }
  const version = provider.version();
  const keys = await change((await provider.read()) ?? []);
  assertHolds(await toKeyRing(keys, provider.source), await storedKeyIds());
  if (provider.version() !== version)
    throw new Refusal("CHANGED_MEANWHILE", `Someone else changed ${provider.source}. Look at it, then try again.`);
  await provider.write(keys);
  forgetKeyRing();
  await keyRing();
}
