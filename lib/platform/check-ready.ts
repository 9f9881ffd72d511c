import "server-only";
import { database } from "./database";
import { keyRing } from "./key-ring";
import { describeError, log } from "./log";

/** Whether the database answers and every stored value's key is there. The reason is in the log only. */
export async function checkReady(): Promise<boolean> {
  try {
    await (await database()).prisma.$queryRaw`SELECT 1`;
    await keyRing();
    return true;
  } catch (error) {
    log.warn({ error: describeError(error) }, "not ready");
    return false;
  }
}
