import "server-only";
import { setTimeout } from "node:timers/promises";
import { confirmKeyBackup } from "@/lib/keys/confirm-key-backup";
import { getKeys } from "@/lib/keys/get-keys";
import type { KeyRotationDto } from "@/lib/keys/keys-dto";
import { operatorJob } from "@/lib/keys/operator-job";
import { findLastRotation, toKeyRotationDto } from "@/lib/keys/rotation-repository";
import { runRotation } from "@/lib/keys/run-rotation";
import { startRotation } from "@/lib/keys/start-rotation";
import { andMore, describeUnreadable } from "./describe-keys";

const SAY_MS = 1000;
const WATCH_MS = 300;

const describe = ({ resealed, total, rate }: KeyRotationDto) => `${resealed} of ${total} sealed again, ${rate} rows/s`;

/** Rotates until everything is done, here or by another process, and says how far it is. 2 where rows do not open. */
export async function rotateAndWatch(confirmBackup: boolean, say: (line: string) => void): Promise<number> {
  if (confirmBackup) {
    const { keys } = await getKeys(operatorJob);
    const goal = keys.findLast(({ state }) => state === "standby") ?? keys.find(({ state }) => state === "active");
    if (goal) await confirmKeyBackup(operatorJob, goal.id);
  }
  await startRotation(operatorJob);
  let saidAt = Date.now();
  const sometimes = (progress: KeyRotationDto) => {
    if (Date.now() - saidAt < SAY_MS) return;
    saidAt = Date.now();
    say(describe(progress));
  };
  for (;;) {
    // Returns at once where another process is at it; when that one is gone, its lease ends and the work goes on here.
    await runRotation(new AbortController().signal, sometimes);
    const last = await findLastRotation();
    if (last?.running) {
      sometimes(toKeyRotationDto(last));
      await setTimeout(WATCH_MS);
      continue;
    }
    const { rotation, unreadable } = await getKeys(operatorJob);
    if (rotation) say(`Done: ${describe(rotation)}. The active key is ${rotation.keyId}.`);
    for (const line of [...unreadable.map(describeUnreadable), ...andMore(rotation, unreadable)]) say(line);
    return unreadable.length > 0 ? 2 : 0;
  }
}
