import { database } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { shutDown } from "@/lib/platform/process-state.mjs";

// A part of `npm run bench`: fills the oldest workspace of the database that the environment names up to so many
// credentials, each with a check and destroyed values, and every third with a data source. Then adds other people's
// workspaces, with ten credentials each, up to so many workspaces.
const BATCH = 2000;
const CONNECTOR = "clari-copilot";
/** One in a thousand is of another type, and needs attention. */
const RARE = 1000;

log.level = "silent";
const [total = 0, workspaces = 1] = process.argv.slice(2).map(Number);
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
    SELECT 'check-' || n, 'measured-' || lpad(n::text, 12, '0'), TIMESTAMP '2026-01-01' + make_interval(mins => n), 'schedule',
      'job:reverify', 'accepted', 'VERIFIED', 80
    FROM generate_series(${first}::int, ${last}::int) AS n`;
  await prisma.$executeRaw`
    INSERT INTO "CredentialVersion" ("credentialId", "number", "createdById", "destroyedAt")
    SELECT 'measured-' || lpad(n::text, 12, '0'), 1, ${userId}, now() FROM generate_series(${first}::int, ${last}::int) AS n`;
  await prisma.$executeRaw`
    INSERT INTO "DataSource" ("id", "workspaceId", "connectorId", "credentialId", "name", "nameKey", "searchText", "endpointId",
      "parameters", "createdById", "formId", "createdAt", "updatedAt")
    SELECT 'source-' || n, ${workspaceId}, ${CONNECTOR}, 'measured-' || lpad(n::text, 12, '0'), 'Source ' || n,
      'source ' || n, 'source ' || n, 'users', '{}', ${userId}, 'source-form-' || n, TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-01'
    FROM generate_series(${first}::int, ${last}::int) AS n WHERE n % 3 = 0 AND n % ${RARE} <> 1`;
  // What a server does by itself (refresh-statistics.ts): without, the checks of references keep the plans that they
  // were given for empty tables.
  if (last >= 4 * analyzed) {
    await prisma.$executeRaw`ANALYZE`;
    analyzed = last;
  }
}
await prisma.$executeRaw`
  INSERT INTO "User" ("id", "name", "email")
  SELECT 'person-' || n, 'Person ' || n, 'person-' || n || '@example.com' FROM generate_series(2, ${workspaces}::int) AS n`;
await prisma.$executeRaw`
  INSERT INTO "Workspace" ("id", "name")
  SELECT 'workspace-' || n, 'Workspace ' || n FROM generate_series(2, ${workspaces}::int) AS n`;
await prisma.$executeRaw`
  INSERT INTO "Member" ("id", "workspaceId", "userId", "role")
  SELECT 'member-' || n, 'workspace-' || n, 'person-' || n, 'owner' FROM generate_series(2, ${workspaces}::int) AS n`;
await prisma.$executeRaw`
  INSERT INTO "Credential" ("id", "workspaceId", "connectorId", "name", "nameKey", "searchText", "ownerId", "status", "formId",
    "updatedAt")
  SELECT 'other-' || n || '-' || k, 'workspace-' || n, ${CONNECTOR}, 'Sales team ' || k, 'sales team ' || k,
    'sales team ' || k, 'person-' || n, 'VERIFIED', 'other-form-' || k, now()
  FROM generate_series(2, ${workspaces}::int) AS n, generate_series(1, 10) AS k`;
await prisma.$executeRaw`ANALYZE`;
await prisma.$disconnect();
await shutDown();
