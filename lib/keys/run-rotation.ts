import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { log } from "@/lib/platform/log";
import { randomId } from "@/lib/platform/random-id";
import { finishRotation } from "./key-repository";
import type { KeyRotationDto } from "./keys-dto";
import { countOthers, resealBatch, ringTowards } from "./reseal-repository";
import {
  findRunningRotation,
  leaseRotation,
  type RotationRow,
  releaseRotation,
  saveProgress,
  toKeyRotationDto,
  unreadableOf,
} from "./rotation-repository";

/** Behind the last row: another pass for what was saved under another key meanwhile, or the end. */
async function finishOrBeginAgain(rotation: RotationRow, lease: string): Promise<void> {
  const left = await countOthers(rotation.keyId);
  // All that are left are known not to open; each pass seals the others, so this ends.
  const isDone = left <= unreadableOf(rotation).length;
  if (!isDone) await saveProgress(undefined, rotation, lease, { afterId: "", afterNumber: 0 });
  else if (await finishRotation(rotation, lease, left))
    log.info({ keyId: rotation.keyId, resealed: rotation.resealed, left }, "key rotation done");
}

/**
 * Works on the run that is going on, if there is one and no other process is at it, until it ends or the signal ends
 * this. Killed at any moment it leaves every version whole, under the old key or the new one, and the next one goes on.
 */
export async function runRotation(
  signal: AbortSignal,
  onProgress: (progress: KeyRotationDto) => void = () => undefined,
): Promise<void> {
  authorize(jobOf("rotate-keys"), "keys:rotate");
  const running = await findRunningRotation();
  if (!running) return;
  const lease = randomId();
  try {
    while (!signal.aborted) {
      const rotation = await leaseRotation(running.id, lease);
      const ring = rotation && (await ringTowards(rotation.keyId));
      if (!rotation || !ring) return;
      onProgress(toKeyRotationDto(rotation));
      const result = await resealBatch(ring, rotation, lease);
      if (result === "lost") return;
      if (result === "end") await finishOrBeginAgain(rotation, lease);
    }
  } finally {
    await releaseRotation(running.id, lease);
  }
}
