import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import * as product from "./database";
import { ownStatement } from "./own-statement.fixture";
import { once } from "./process-state.mjs";

// What tests get where they import the database (lib/vitest.config.ts sees to it): the same one, by statements that say
// that they are a test's own. The product's are held to a rule, see lib/cli/statement-rule.fixture.ts.

export const { assertWritable, retryConflicts } = product;

type Query = string | { text: string; name?: string };
function marked(query: Query): Query {
  if (typeof query === "string") return ownStatement(query);
  // Under a name only the product asks: a test that stands in its way passes it on.
  return query.name === undefined ? { ...query, text: ownStatement(query.text) } : query;
}

/** A pool or a client of it, whose every statement is marked. */
function marking<T extends object>(target: T): T {
  return new Proxy(target, {
    get: (_, name) => {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name === "query") return (query: Query, ...rest: unknown[]) => value.call(target, marked(query), ...rest);
      if (name === "connect") return async () => marking(await value.call(target));
      return value.bind(target);
    },
  });
}

const clientOf = (pool: pg.Pool) =>
  new PrismaClient({ adapter: new PrismaPg(marking(pool)), omit: { credentialVersion: { sealed: true } } });

export async function database(): ReturnType<typeof product.database> {
  const opened = await product.database();
  const kept = once("database of tests", () => new WeakMap<pg.Pool, ReturnType<typeof clientOf>>());
  const client = kept.get(opened.pool) ?? clientOf(opened.pool);
  kept.set(opened.pool, client);
  return { ...opened, prisma: client, pool: marking(opened.pool) };
}

export const prisma = async () => (await database()).prisma;

/** As the product's, without its look at the disk. */
export const inTransaction = async <T>(work: (tx: product.Transaction) => Promise<T>): Promise<T> => {
  const client = await prisma();
  return product.retryConflicts(() => client.$transaction(work));
};
