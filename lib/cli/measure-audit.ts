import { checkChain } from "@/lib/audit/check-chain";
import { auditRow } from "@/lib/platform/audit";
import { database } from "@/lib/platform/database";
import { insertTogether } from "@/lib/platform/insert-together";
import { log } from "@/lib/platform/log";
import { shutDown } from "@/lib/platform/process-state.mjs";
import { randomId } from "@/lib/platform/random-id";

// A part of `npm run bench`: what the chain costs a save, on the database that the environment names (an empty one), and
// how fast a trail is verified. Rounds with and without the trigger take turns. Prints figures as JSON.
const rounds = Number(process.argv[2]);
const SAVES = 40;
const EVENTS = 10_000;

log.level = "silent";
const { prisma } = await database();
const workspaceId = randomId();
const userId = randomId();
await prisma.user.create({ data: { id: userId, name: "Ada", email: `${userId}@example.com` } });
await prisma.workspace.create({ data: { id: workspaceId, name: "Data team" } });

/** A save as the app makes it, but for the sealing and the check. The number counts only without the trigger. */
async function save(seq: bigint): Promise<void> {
  const id = randomId();
  const now = new Date();
  await insertTogether([
    {
      into: "Credential",
      row: {
        id,
        workspaceId,
        connectorId: "clari-copilot",
        name: id,
        nameKey: id,
        ownerId: userId,
        status: "VERIFIED",
        formId: id,
        createdAt: now,
        valuesChangedAt: now,
        updatedAt: now,
      },
    },
    {
      into: "CredentialVersion",
      row: {
        credentialId: id,
        number: 1,
        plainValues: {},
        sealed: "x".repeat(600),
        keyId: "k",
        createdById: userId,
        createdAt: now,
      },
    },
    {
      into: "AuditEvent",
      row: {
        seq,
        ...auditRow({
          workspaceId,
          actorId: userId,
          action: "credential.created",
          subjectId: id,
          subjectName: id,
          peer: "::1",
        }),
      },
    },
  ]);
}

const times: Record<"chained" | "unchained", number[][]> = { chained: [], unchained: [] };
let unchained = 0n;
for (let round = -2; round < rounds * 2; round += 1) {
  const kind = round % 2 === 0 ? "chained" : "unchained";
  await prisma.$executeRawUnsafe(
    `ALTER TABLE "AuditEvent" ${kind === "chained" ? "ENABLE" : "DISABLE"} TRIGGER "AuditEvent_chain"`,
  );
  const samples: number[] = [];
  for (let index = 0; index < SAVES; index += 1) {
    unchained -= 1n;
    const started = performance.now();
    await save(unchained);
    samples.push(performance.now() - started);
  }
  if (round >= 0) times[kind].push(samples);
}
await prisma.$executeRawUnsafe('ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_chain"');

const trail = randomId();
await prisma.workspace.create({ data: { id: trail, name: "Long" } });
const started = performance.now();
// Not in one transaction: it would pass by all of its own versions of the head's row each time.
for (let first = 1; first < EVENTS; first += 100) {
  await prisma.$executeRaw`
    INSERT INTO "AuditEvent" ("id", "workspaceId", "actorId", "action", "subjectId", "subjectName", "result", "at")
    SELECT ${trail} || n, ${trail}, 'a', 'credential.verified', 's' || n % 500, 'Sales ' || n % 500, 'accepted', now()
    FROM generate_series(${first}::int, ${first}::int + 99) n`;
}
const inserted = performance.now();
const verdict = await checkChain(trail);
const verifyMs = performance.now() - inserted;
if (!verdict.intact) throw new Error("The trail was found broken.");
process.stdout.write(JSON.stringify({ ...times, events: EVENTS, insertMs: inserted - started, verifyMs }));
await prisma.$disconnect();
await shutDown();
