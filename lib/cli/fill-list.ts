import { pageQuery, searchQuery } from "@/lib/credentials/list/credential-list-repository";
import { database } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { shutDown } from "@/lib/platform/process-state.mjs";

// A part of `npm run measure:list`: fills the oldest workspace of the database that the environment names up to so many
// credentials, each with three checks and every third with a data source, and prints the plans of the first page.
const BATCH = 2000;
const CONNECTOR = "clari-copilot";
/** One in a thousand is of another type, and needs attention. */
const RARE = 1000;

log.level = "silent";
const total = Number(process.argv[2]);
const { prisma } = await database();
const { id: workspaceId, members } = await prisma.workspace.findFirstOrThrow({
  orderBy: { createdAt: "asc" },
  select: { id: true, members: { select: { userId: true }, take: 1 } },
});
const userId = members[0]?.userId ?? "";
const before = await prisma.credential.count();
let analyzed = before;
for (let first = before + 1; first <= total; first += BATCH) {
  const last = Math.min(first + BATCH - 1, total);
  await prisma.$executeRaw`
    INSERT INTO "Credential" ("id", "workspaceId", "connectorId", "name", "nameKey", "description", "searchText", "ownerId",
      "status", "formId", "verifiedAt", "checkedAt", "sourceCount", "unusedSince", "createdAt", "updatedAt")
    SELECT 'measured-' || lpad(n::text, 12, '0'), ${workspaceId},
      CASE WHEN n % ${RARE} = 1 THEN 'gong' ELSE ${CONNECTOR} END, 'Sales team ' || n,
      'sales team ' || lpad(((n * 7919) % 1000003)::text, 7, '0'), 'Calls of region ' || n % 97,
      'sales team ' || n || ' calls of region ' || n % 97 || CASE WHEN n % 10000 = 2 THEN ' needle' ELSE '' END, ${userId},
      (CASE WHEN n % ${RARE} = 1 THEN 'FAILED' ELSE (ARRAY['VERIFIED','VERIFIED','UNVERIFIED'])[1 + n % 3] END)::"CredentialStatus", 'measured-form-' || n,
      at, at, CASE WHEN n % 3 = 0 THEN 1 ELSE 0 END, CASE WHEN n % 3 = 0 THEN NULL ELSE at END, at, at
    FROM generate_series(${first}::int, ${last}::int) AS n,
      LATERAL (SELECT TIMESTAMP '2025-01-01' + make_interval(mins => n) AS at) AS t`;
  await prisma.$executeRaw`
    INSERT INTO "CredentialCheck" ("id", "credentialId", "at", "trigger", "actorId", "outcome", "status", "durationMs")
    SELECT 'check-' || n || '-' || k, 'measured-' || lpad(n::text, 12, '0'),
      TIMESTAMP '2026-01-01' + make_interval(mins => n, hours => k), 'schedule', 'job:reverify', 'accepted', 'VERIFIED', 80
    FROM generate_series(${first}::int, ${last}::int) AS n, generate_series(1, 3) AS k`;
  await prisma.$executeRaw`
    INSERT INTO "DataSource" ("id", "workspaceId", "connectorId", "credentialId", "name", "nameKey", "endpointId",
      "parameters", "createdById", "formId", "createdAt", "updatedAt")
    SELECT 'source-' || n, ${workspaceId}, ${CONNECTOR}, 'measured-' || lpad(n::text, 12, '0'), 'Source ' || n,
      'source ' || n, 'users', '{}', ${userId}, 'source-form-' || n, TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-01'
    FROM generate_series(${first}::int, ${last}::int) AS n WHERE n % 3 = 0 AND n % ${RARE} <> 1`;
  // What a server does by itself (refresh-statistics.ts): without, the checks of references keep the plans that they
  // were given for empty tables.
  if (last >= 4 * analyzed) {
    await prisma.$executeRaw`ANALYZE`;
    analyzed = last;
  }
}
await prisma.$executeRaw`ANALYZE`;

const tiles = { connectorId: CONNECTOR };
for (const [title, query] of [
  ["tiles", tiles],
  ["tiles, a rare word", { ...tiles, q: "needle" }],
  ["tiles, a word in all", { ...tiles, q: "sales" }],
  ["tiles of a type that few have", { connectorId: "gong" }],
  ["list", {}],
  ["list by name, verified", { sort: "name", status: "VERIFIED" }],
  ["list, needs attention", { status: "FAILED" }],
  ["list, unused", { unused: "1" }],
] as const) {
  const { text, values } = "q" in query ? searchQuery(workspaceId, query, 51) : pageQuery(workspaceId, query, 51);
  const rows = await prisma.$queryRawUnsafe<{ "QUERY PLAN": string }[]>(
    `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) ${text}`,
    ...values,
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).filter((line) => !/Planning Time/.test(line));
  process.stdout.write(`  ${title}\n${plan.map((line) => `    ${line.slice(0, 180)}`).join("\n")}\n`);
}
await prisma.$disconnect();
await shutDown();
