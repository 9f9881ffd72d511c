import { beforeAll, describe, expect, it } from "vitest";
import { insertCredentials } from "@/lib/credentials/list/many-credentials.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { countDataSources } from "./count-data-sources";
import type { DataSourceListQuery } from "./data-source-dto";
import {
  findDataSourcePage,
  foundSourcesQuery,
  nearSourcesQuery,
  sourcePageQuery,
} from "./data-source-list-repository";
import { dataSourceListQuery } from "./data-source-list-schema";
import { fillAllSearchTexts } from "./fill-search-texts";
import { listDataSources } from "./list-data-sources";

const ROWS = 2500;
let owner: Member;
let stranger: Member;

/** Of each credential's type, in turns; one in 50 has a word of its own. */
async function insertSources({ workspaceId, userId }: Member, credentials: string, count: number): Promise<void> {
  const client = await prisma();
  await client.$executeRaw`
    INSERT INTO "DataSource" ("id", "workspaceId", "connectorId", "credentialId", "name", "nameKey", "endpointId",
      "parameters", "createdById", "formId", "createdAt", "updatedAt")
    SELECT ${credentials} || 'source' || lpad(n::text, 6, '0'), ${workspaceId}, c."connectorId", c."id",
      CASE WHEN n % 50 = 0 THEN 'Übersicht ' ELSE 'Calls of ' END || n, 'source ' || lpad(((n * 7919) % 100003)::text, 6, '0'),
      'calls', '{"from": "2026-01-01"}', ${userId}, 'source-form-of-' || n,
      TIMESTAMP '2026-01-01' + make_interval(secs => (n / 7)::float8), now()
    FROM generate_series(1, ${count}::int) AS n
    JOIN "Credential" c ON c."workspaceId" = ${workspaceId} AND c."id" = ${credentials} || lpad((1 + n % 20)::text, 10, '0')`;
  await client.$executeRaw`
    UPDATE "Credential" SET "sourceCount" = used."count"
    FROM (SELECT "credentialId", count(*)::int AS "count" FROM "DataSource" GROUP BY "credentialId") AS used
    WHERE "Credential"."id" = used."credentialId"`;
}

beforeAll(async () => {
  [owner] = (await makeWorkspace("owner")) as [Member];
  [stranger] = (await makeWorkspace("owner")) as [Member];
  await insertCredentials("a", owner, 1, 20);
  await insertCredentials("stranger", stranger, 1, 20);
  await insertSources(owner, "a", ROWS);
  await insertSources(stranger, "stranger", 60);
  // As rows of before the migration.
  await fillAllSearchTexts(new AbortController().signal);
}, 120_000);

const all = () => ({ workspaceId: owner.workspaceId, among: "every" }) as const;

async function walk(query: DataSourceListQuery): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const found = await findDataSourcePage(all(), { ...query, ...(after ? { after } : {}) }, 200);
    ids.push(...found.dataSources.map(({ id }) => id));
    after = found.after;
  } while (after);
  return ids;
}

const sorts = ["newest", "oldest", "name"] as const;
const filters: [name: string, query: DataSourceListQuery, where: object][] = [
  ["nothing", {}, {}],
  ["type", { connectorId: "gong" }, { connectorId: "gong" }],
  ["credential", { credentialId: "a0000000003" }, { credentialId: "a0000000003" }],
  ["status of the credential", { status: "FAILED" }, { credential: { status: "FAILED" } }],
  ["search for the middle of a word", { q: "BERSICH" }, { name: { startsWith: "Übersicht" } }],
  ["search for what most have", { q: "alls" }, { name: { startsWith: "Calls" } }],
  [
    "search and status",
    { q: "ü 5", status: "VERIFIED" },
    { name: { startsWith: "Übersicht", contains: "5" }, credential: { status: "VERIFIED" } },
  ],
  ["search for what none has", { q: "sichbers" }, { id: "none" }],
];

describe("U8: the list of data sources", () => {
  it.each(filters)("narrowed down by %s gives each row exactly once, in every order", async (_, query, where) => {
    const { workspaceId } = owner;
    const orderBy = {
      newest: [{ createdAt: "desc" }, { id: "desc" }],
      oldest: [{ createdAt: "asc" }, { id: "asc" }],
      name: [{ nameKey: "asc" }],
    } as const;
    for (const sort of sorts) {
      const rows = await (await prisma()).dataSource.findMany({
        where: { workspaceId, ...where },
        select: { id: true },
        orderBy: [...orderBy[sort]],
      });
      expect(await walk({ sort, ...query })).toEqual(rows.map(({ id }) => id));
    }
  });

  it("shows of a source and its credential what one of its own shows, and of a token's list those alone", async () => {
    const [source] = (await listDataSources(owner, { q: "bersicht", sort: "name" })).dataSources;
    expect(source).toMatchObject({
      connectorId: expect.any(String),
      endpointId: "calls",
      parameters: { from: "2026-01-01" },
      credential: { id: expect.stringMatching(/^a0/), name: expect.stringMatching(/^a Sales/) },
      createdByName: expect.any(String),
      createdAt: expect.stringMatching(/^2026-.*Z$/),
      revision: 1,
    });
    const among = ["asource000050", "asource000051", "strangersource000001"];
    const some = await findDataSourcePage({ ...all(), among }, { sort: "oldest" }, 50);
    expect(some.dataSources.map(({ id }) => id)).toEqual(among.slice(0, 2));
  });

  it("counts all, and those whose credential is not verified", async () => {
    expect(await countDataSources(owner)).toEqual({ all: 1001, attention: 875, unverified: 875 });
    const where = { workspaceId: stranger.workspaceId };
    expect(await countDataSources(stranger)).toEqual({
      all: 60,
      attention: await (await prisma()).dataSource.count({ where: { ...where, credential: { status: "FAILED" } } }),
      unverified: await (await prisma()).dataSource.count({
        where: { ...where, credential: { status: "UNVERIFIED" } },
      }),
    });
    expect((await findDataSourcePage(all(), { q: "bersicht" }, 100)).found).toBe(50);
  });

  it("Z7: refuses nonsense of programs, and shows a list all the same where a link was cut", async () => {
    for (const odd of [
      { after: "%" },
      { status: "failed" },
      { sort: "up" },
      { credentialId: "' OR 1=1" },
      { q: { not: "" } },
    ]) {
      await expect(listDataSources(owner, odd)).rejects.toMatchObject({ dto: { code: "INVALID_INPUT" } });
      expect(dataSourceListQuery(odd)).toEqual({});
    }
    expect(await listDataSources(owner, { connectorId: "\0" })).toEqual({ dataSources: [] });
    expect((await listDataSources(owner, { q: "&|!" })).dataSources).toEqual([]);
    expect((await listDataSources(owner, { credentialId: "stranger0000000001" })).dataSources).toEqual([]);
  });

  it("walks an index, also where it searches", async () => {
    const client = await prisma();
    await client.$executeRaw`ANALYZE "DataSource"`;
    const planOf = async (query: DataSourceListQuery, make = sourcePageQuery) => {
      const { text, values } = make(all(), query, 51);
      return JSON.stringify(await client.$queryRawUnsafe(`EXPLAIN ${text}`, ...values));
    };
    for (const sort of sorts) {
      expect(await planOf({ sort })).not.toMatch(/Seq Scan on .{1,3}DataSource\W/);
      expect(await planOf({ sort, q: "bersicht" }, nearSourcesQuery)).toMatch(/Filter.*searchText.*Limit/);
    }
    expect(await planOf({ q: "bersicht" }, foundSourcesQuery)).toContain("DataSource_search_idx");
  });
});
