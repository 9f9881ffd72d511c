import "server-only";
import { type RateLimiterAbstract, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { prisma } from "./database";
import { prepared } from "./prepared";
import { once } from "./process-state.mjs";

export type Limit = {
  /** Part of the counter's key: `checks-of-member`. */
  name: string;
  points: number;
  /** Length of the window, which begins with its first use. */
  seconds: number;
};

type Statement = { text: string; values: unknown[] };

const limiters = once("limiters", () => new Map<string, RateLimiterAbstract>());

function limiterOf({ name, points, seconds }: Limit): RateLimiterAbstract {
  const limiter =
    limiters.get(name) ??
    new RateLimiterPostgres({
      // Under names of ours: those that the library gives its statements know no pooler.
      storeClient: { query: async (statement: Statement) => ({ rows: await prepared(statement) }) },
      storeType: "pool",
      tableName: "RateLimit",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  limiters.set(name, limiter);
  return limiter;
}

const isOver = (refused: unknown): refused is RateLimiterRes =>
  typeof refused === "object" && refused !== null && !(refused instanceof Error) && "msBeforeNext" in refused;

/**
 * Counts one use in the database that all instances share. Undefined where it is within the limit; else the seconds
 * until the window is over.
 */
export async function spend(limit: Limit, key: string): Promise<number | undefined> {
  try {
    await limiterOf(limit).consume(key);
    return undefined;
  } catch (refused) {
    // By its shape: the limiter may have been made by another bundle, with a class of its own.
    if (isOver(refused)) return Math.max(Math.ceil(refused.msBeforeNext / 1000), 1);
    throw refused;
  }
}

/** Takes one use back, for what turned out not to count. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await limiterOf(limit).reward(key);
}

/** Deletes the counters of windows that are over. */
export async function forgetOldUses(now = Date.now()): Promise<void> {
  await (await prisma()).rateLimit.deleteMany({ where: { expire: { lt: now } } });
}
