import "server-only";
import { describeError, log } from "@/lib/platform/log";
import { markValueUsed, recordTokenUse, type ShownToken } from "./holder-repository";

/** Its list says when a token was used last to the minute, the trail says once an hour that it is used. */
const MARK_EVERY_MS = 60_000;
const NOTE_EVERY_MS = 60 * 60_000;

type Use = { valueHash: string; peer: string | undefined; now: Date };

const isDue = (last: Date | null, now: Date, everyMs: number) =>
  last === null || now.getTime() - last.getTime() >= everyMs;
const before = (now: Date, ms: number) => new Date(now.getTime() - ms);

/** Never throws: a request is answered, whether or not its use can be written down. */
export async function noteTokenUse(token: ShownToken, { valueHash, peer, now }: Use): Promise<void> {
  const { workspaceId } = token;
  try {
    if (isDue(token.usedAt, now, MARK_EVERY_MS))
      await markValueUsed({ workspaceId, valueHash, peer }, now, before(now, MARK_EVERY_MS));
    if (isDue(token.notedAt, now, NOTE_EVERY_MS))
      await recordTokenUse({ ...token, peer }, now, before(now, NOTE_EVERY_MS));
  } catch (failure) {
    log.error({ error: describeError(failure) }, "the use of a token could not be written down");
  }
}
