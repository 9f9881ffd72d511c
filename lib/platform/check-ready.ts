import "server-only";
import { database } from "./database";
import { keyRing } from "./key-ring";
import { KeyRingUnusable } from "./key-ring-unusable";
import { describeError, log } from "./log";
import { isOwn } from "./own-error";
import { serverProcess } from "./server-process.mjs";
import { StartupError } from "./startup-error";

/**
 * Refuses to change anything while a key is missing that stored values need: what would be written then might have to
 * be thrown away with whatever brings the key back. Throws `KeyRingUnusable`.
 */
export async function assertReady(): Promise<void> {
  await keyRing();
}

/**
 * Whether requests should come here: nobody stops this server, the database answers and every stored value's key is
 * there. The reason is in the log only.
 */
export async function checkReady(): Promise<boolean> {
  if (serverProcess.leaving?.aborted) return false;
  try {
    await (await database()).prisma.$queryRaw`SELECT 1`;
    await keyRing();
    return true;
  } catch (error) {
    const isSaid = isOwn(error, KeyRingUnusable) || isOwn(error, StartupError);
    log.warn({ error: describeError(error), ...(isSaid ? { reason: error.message } : {}) }, "not ready");
    return false;
  }
}
