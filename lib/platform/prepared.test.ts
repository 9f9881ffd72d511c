import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { Prisma } from "@/prisma/generated/client";
import { database, prisma } from "./database";
import { prepared } from "./prepared";

afterEach(() => vi.restoreAllMocks());

/** Whether each query that reached a connection had a name; the first ones fail with a code. */
async function watch(...codes: string[]) {
  const names: boolean[] = [];
  const { query } = pg.Client.prototype;
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [config] = args as [{ name?: string }];
    names.push(config.name !== undefined);
    const code = codes.shift();
    if (code) return Promise.reject(Object.assign(new Error("refused"), { code, severity: "ERROR" }));
    return query.apply(this, args as never);
  } as never);
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

it("throws what else the database says, and connection and statement stay", async () => {
  const closed = vi.fn();
  (await database()).pool.on("remove", closed);
  const names = await watch();
  const divide = (by: number) => prepared<{ one: number }>(Prisma.sql`SELECT 1 / ${by}::int AS "one"`);
  await expect(divide(0)).rejects.toMatchObject({ code: "22012" });
  await expect(divide(0)).rejects.toMatchObject({ code: "22012" });
  expect(await divide(1)).toEqual([{ one: 1 }]);
  for (let round = 0; round < 2; round += 1)
    await expect(prepared(Prisma.sql`SELEC`)).rejects.toMatchObject({ code: "42601" });
  expect(await divide(1)).toEqual([{ one: 1 }]);
  expect(names, "each once, and under its name").toEqual(Array(6).fill(true));
  expect(closed).not.toHaveBeenCalled();
});

it("a client that another one took the place of left nothing behind", async () => {
  const client = await prisma();
  await one();
  // Prisma's own queries go through the pool's `query`, which closes the connection of one that was refused.
  await expect(client.$queryRaw`SELECT 1 / ${0}::int`).rejects.toThrow();
  const names = await watch();
  expect(await one()).toEqual([{ one: 1 }]);
  expect(await one()).toEqual([{ one: 1 }]);
  expect(names).toEqual([true, true]);
});

it("where a pooler keeps no prepared statement, it goes on without", async () => {
  const names = await watch("26000");
  expect(await one()).toEqual([{ one: 1 }]);
  expect(await one()).toEqual([{ one: 1 }]);
  expect(names).toEqual([true, false, false]);
});
