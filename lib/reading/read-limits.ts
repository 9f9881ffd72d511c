import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { once } from "@/lib/platform/process-state.mjs";
import { spend } from "@/lib/platform/rate-limit";

/** Each holds a page or two of its provider: at most so many at a time. */
const RUNNING_PER_WORKSPACE = 8;
const RUNNING_PER_PROCESS = 16;
const RETRY_SECONDS = 5;
/** Each that begins is an event of the trail, and at least one request to the provider. */
const BEGUN = { name: "reads-of-reader", points: 120, seconds: 60 };

const running = once("running reads", () => new Map<string, number>());
const total = () => [...running.values()].reduce((sum, count) => sum + count, 0);

/** Takes a place for a read. Throws a refusal where there is none; else what gives it back, once. */
export function takeReadPlace(workspaceId: string): () => void {
  const own = running.get(workspaceId) ?? 0;
  if (own >= RUNNING_PER_WORKSPACE || total() >= RUNNING_PER_PROCESS) {
    const [who, count] = own >= RUNNING_PER_WORKSPACE ? ["Your workspace", own] : ["This server", total()];
    throw new Refusal("TOO_MANY_READS", `${who} has ${count} reads running. Wait for one to finish.`, {
      retryAfterSeconds: RETRY_SECONDS,
    });
  }
  running.set(workspaceId, own + 1);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    const left = (running.get(workspaceId) ?? 1) - 1;
    if (left > 0) running.set(workspaceId, left);
    else running.delete(workspaceId);
  };
}

/** Counts a read that begins. Throws a refusal past so many a minute of one person or token. */
export async function countReadBegun(readerId: string): Promise<void> {
  const retryAfterSeconds = await spend(BEGUN, readerId);
  if (retryAfterSeconds === undefined) return;
  const message = `You've started ${BEGUN.points} reads in a minute. Continue one of them by its cursor, or try again in ${retryAfterSeconds} seconds.`;
  throw new Refusal("TOO_MANY_READS", message, { retryAfterSeconds });
}
