import { afterEach, expect, it, vi } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { database, prisma } from "./database";
import { prepared } from "./prepared";

afterEach(() => vi.restoreAllMocks());

/** Every query that reached the pool, and whether it had a name; the first ones fail with a code. */
async function watch(...codes: string[]) {
  const { pool } = await database();
  const query = pool.query.bind(pool) as (config: { name?: string }) => Promise<unknown>;
  const names: boolean[] = [];
  vi.spyOn(pool, "query").mockImplementation(((config: { name?: string }) => {
    names.push(config.name !== undefined);
    const code = codes.shift();
    return code ? Promise.reject(Object.assign(new Error("refused"), { code })) : query(config);
  }) as never);
  return names;
}

const one = () => prepared<{ one: number }>(Prisma.sql`SELECT 1 AS "one"`);

it("reads times, days and nothing as Prisma's client does, and sends times as it does", async () => {
  const at = new Date("2026-03-29T01:30:00.123Z");
  const text = Prisma.sql`SELECT ${at}::timestamp(3) AS "at", DATE '2026-11-30' AS "day", NULL::timestamp(3) AS "never",
    '{"a":[1]}'::jsonb AS "json", ${["a,b", '"']}::text[] AS "texts", 1::int AS "one"`;
  const [row] = await prepared(text);
  expect(row).toEqual((await (await prisma()).$queryRaw<unknown[]>(text))[0]);
  expect(row).toMatchObject({ at, day: new Date("2026-11-30T00:00:00Z"), never: null, json: { a: [1] } });
});

it("is planned once: a second call finds the statement there", async () => {
  const listed = Prisma.sql`SELECT "generic_plans" + "custom_plans" AS "runs" FROM "pg_prepared_statements"
    WHERE "statement" = 'SELECT 1 AS "one"'`;
  await one();
  await one();
  expect(await prepared<{ runs: string }>(listed)).toEqual([{ runs: "2" }]);
});

it("where a plan fits the table no more, the statement is planned anew, once", async () => {
  const names = await watch("0A000");
  expect(await one()).toEqual([{ one: 1 }]);
  expect(await one()).toEqual([{ one: 1 }]);
  expect(names).toEqual([true, false, true]);
});

it("throws what else the database says", async () => {
  await watch();
  await expect(prepared(Prisma.sql`SELECT 1 / ${0}::int`)).rejects.toMatchObject({ code: "22012" });
});

it("where a pooler keeps no prepared statement, it goes on without", async () => {
  const names = await watch("26000");
  expect(await one()).toEqual([{ one: 1 }]);
  expect(await one()).toEqual([{ one: 1 }]);
  expect(names).toEqual([true, false, false]);
});
