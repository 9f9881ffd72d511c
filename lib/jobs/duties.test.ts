import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/cron/reverify-credentials/route";
import { authorize } from "@/lib/auth/permissions";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { keyRing } from "@/lib/platform/key-ring";
import { forget, shutDown } from "@/lib/platform/process-state.mjs";
import { randomId } from "@/lib/platform/random-id";
import { type DutyName, duties, dutyNames } from "./duties";
import { startWorker } from "./worker";

// Before the imports, which read the environment once.
const SECRET = vi.hoisted(() => {
  const secret = "secret of the outside scheduler";
  for (const [name, value] of Object.entries({ CRON_SECRET: secret, WORKER: "off" })) vi.stubEnv(name, value);
  return secret;
});
vi.mock("@/lib/auth/permissions", async (original) => {
  const real = await original<typeof import("@/lib/auth/permissions")>();
  return { ...real, authorize: vi.fn(real.authorize) };
});

const LONG_AGO = new Date("2020-01-01");
type Client = Awaited<ReturnType<typeof prisma>>;
let client: Client;
let workspaceId: string;
let userId: string;

async function credential(more: Partial<Parameters<Client["credential"]["create"]>[0]["data"]> = {}) {
  const id = randomId();
  const common = { id, workspaceId, ownerId: userId, connectorId: "none", name: id, nameKey: id, formId: id };
  const data = { ...common, status: "VERIFIED", searchText: "", ...more } as never;
  await client.credential.create({ data, select: { id: true } });
  return id;
}

/** A read of a source of its own, and a place in it. */
async function read(more: { startedAt: Date; touchedAt: Date; door: string }) {
  const id = randomId();
  const credentialId = await credential();
  const of = { workspaceId, credentialId, connectorId: "none", endpointId: "none" };
  const names = { name: id, nameKey: id, formId: id, createdById: userId, parameters: {} };
  await client.dataSource.create({ data: { id, ...of, ...names } });
  const about = { dataSourceId: id, asks: "", actorId: userId, state: "RUNNING" } as const;
  await client.read.create({ data: { id, ...of, ...about, ...more } });
  await client.readCheckpoint.create({
    data: { readId: id, workspaceId, records: 0, cursor: "{}", at: more.touchedAt },
  });
  return id;
}

async function notice(at: Date) {
  const id = randomId();
  const about = { credentialId: randomId(), credentialName: "Old", connectorId: "none" };
  await client.notice.create({ data: { id, workspaceId, at, kind: "credential-failed", ...about } });
  return id;
}

/** What each duty finds to do, and how that it was done is seen: a new duty needs a line here. */
const leftovers: Record<DutyName, () => Promise<() => Promise<boolean>>> = {
  reverify: async () => {
    // Of a connector that is no more: put off, where nothing else can be done.
    const id = await credential({ nextCheckAt: LONG_AGO });
    return async () => (await client.credential.count({ where: { id, nextCheckAt: { gt: new Date() } } })) === 1;
  },
  "remind of rotations": async () => {
    const id = await credential({ rotateBy: LONG_AGO });
    return async () => (await client.credential.count({ where: { id, reminded: "OVERDUE" } })) === 1;
  },
  "deliver notices": async () => {
    const [id, noticeId] = [randomId(), await notice(new Date())];
    const target = "http://127.0.0.1:9/nobody";
    await client.delivery.create({ data: { id, noticeId, channel: "webhook", target, dueAt: LONG_AGO } });
    return async () => (await client.delivery.count({ where: { id, tries: 1 } })) === 1;
  },
  "rotate keys": async () => {
    const id = randomId();
    const { active } = await keyRing();
    const started = { startedById: userId, startedAt: LONG_AGO, updatedAt: LONG_AGO, total: 0, unreadable: [] };
    await client.keyRotation.deleteMany();
    await client.keyRotation.create({ data: { id, running: "running", keyId: active.id, ...started } });
    return async () => (await client.keyRotation.count({ where: { id, running: null } })) === 1;
  },
  "destroy expired values": async () => {
    const credentialId = await credential({ activeVersion: 2 });
    const keyId = (await keyRing()).active.id;
    const replaced = { createdById: userId, replacedAt: LONG_AGO, sealed: "sealed", keyId };
    await client.credentialVersion.create({ data: { credentialId, number: 1, ...replaced } });
    const deleted = await credential({ deletedAt: LONG_AGO });
    return async () =>
      (await client.credentialVersion.count({ where: { credentialId, sealed: null } })) === 1 &&
      (await client.credential.count({ where: { id: deleted } })) === 0;
  },
  "forget old checks": async () => {
    const [id, credentialId] = [randomId(), await credential()];
    const how = { trigger: "schedule", actorId: "job:reverify", outcome: "accepted", durationMs: 1 };
    await client.credentialCheck.create({ data: { id, credentialId, at: LONG_AGO, status: "VERIFIED", ...how } });
    return async () => (await client.credentialCheck.count({ where: { id } })) === 0;
  },
  "forget old notices": async () => {
    const id = await notice(LONG_AGO);
    return async () => (await client.notice.count({ where: { id } })) === 0;
  },
  "forget expired invitations": async () => {
    const id = randomId();
    const to = { workspaceId, inviterId: userId, email: "gone@example.com", tokenHash: id };
    await client.invitation.create({ data: { id, expiresAt: LONG_AGO, ...to } });
    return async () => (await client.invitation.count({ where: { id } })) === 0;
  },
  "forget what is over": async () => {
    const [over, going] = [randomId(), randomId()];
    const soon = new Date(Date.now() + 60_000);
    for (const [id, expiresAt] of [[over, LONG_AGO] as const, [going, soon] as const]) {
      await client.session.create({ data: { id, token: id, userId, expiresAt } });
      await client.verification.create({ data: { id, identifier: id, value: "x", expiresAt } });
      await client.passkeyChallenge.create({ data: { id, purpose: "sign-in", expiresAt } });
      await client.rateLimit.create({ data: { key: id, expire: expiresAt.getTime() } });
    }
    const left = async (id: string) => [
      await client.session.count({ where: { id } }),
      await client.verification.count({ where: { id } }),
      await client.passkeyChallenge.count({ where: { id } }),
      await client.rateLimit.count({ where: { key: id } }),
    ];
    return async () => (await left(over)).join() === "0,0,0,0" && (await left(going)).join() === "1,1,1,1";
  },
  "find lost reads": async () => {
    const now = new Date();
    const lost = await read({ startedAt: now, touchedAt: new Date(now.getTime() - 10 * 60_000), door: "ndjson" });
    const between = await read({ startedAt: now, touchedAt: new Date(now.getTime() - 10 * 60_000), door: "json" });
    const states = async (id: string) => (await client.read.findUniqueOrThrow({ where: { id } })).state;
    return async () => (await states(lost)) === "LOST" && (await states(between)) === "RUNNING";
  },
  "forget old reads": async () => {
    const now = new Date();
    const old = await read({ startedAt: LONG_AGO, touchedAt: now, door: "json" });
    const late = await read({ startedAt: now, touchedAt: LONG_AGO, door: "json" });
    return async () =>
      (await client.read.count({ where: { id: old } })) === 0 &&
      (await client.readCheckpoint.count({ where: { readId: late } })) === 0 &&
      (await client.read.count({ where: { id: late } })) === 1;
  },
  "fill look keys": async () => {
    const id = await credential();
    return async () => (await client.credential.count({ where: { id, lookKey: null } })) === 0;
  },
  "fill search texts": async () => {
    const id = await credential({ searchText: null });
    const { dataSourceId } = await client.read.findUniqueOrThrow({
      where: { id: await read({ startedAt: new Date(), touchedAt: new Date(), door: "json" }) },
      select: { dataSourceId: true },
    });
    const where = { searchText: null };
    return async () =>
      (await client.credential.count({ where: { ...where, id } })) === 0 &&
      (await client.dataSource.count({ where: { ...where, id: dataSourceId } })) === 0;
  },
  "refresh statistics": async () => async () => {
    const [table] = await client.$queryRaw<{ rows: number }[]>`
      SELECT "reltuples"::int AS "rows" FROM "pg_class" WHERE "relname" = 'Credential'`;
    return (table?.rows ?? 0) > 0;
  },
};

beforeAll(async () => {
  client = await prisma();
  const [owner] = await makeWorkspace("owner");
  if (!owner) throw new Error("no owner");
  ({ workspaceId, userId } = owner);
});

/** What is left for every duty, each of which has not been done yet. */
async function leaveWork(): Promise<[DutyName, () => Promise<boolean>][]> {
  const seen: [DutyName, () => Promise<boolean>][] = [];
  for (const name of dutyNames) seen.push([name, await leftovers[name]()]);
  return seen;
}

it("S14: with the worker off, the cron route does every duty of the table, destroying expired values among them", async () => {
  const seen = await leaveWork();
  for (const [name, isDone] of seen) expect(await isDone(), `not yet: ${name}`).toBe(false);
  const headers = { authorization: `Bearer ${SECRET}` };
  const response = await POST(new Request("http://127.0.0.1/api/cron", { method: "POST", headers }));
  expect(await response.json()).toEqual({ checked: 0, moreDue: false, failed: [] });
  for (const [name, isDone] of seen) expect(await isDone(), name).toBe(true);
});

describe("each duty", () => {
  it.each(dutyNames)("authorizes its job before it does anything: %s", async (name) => {
    vi.mocked(authorize).mockImplementationOnce((actor) => {
      expect(actor.kind).toBe("job");
      throw new Error("not allowed");
    });
    const isDone = await leftovers[name]();
    await expect(duties[name].work(AbortSignal.timeout(5000))).rejects.toThrow("not allowed");
    if (name !== "refresh statistics") expect(await isDone()).toBe(false);
  });

  it("that fails is named, and keeps no other from being done", async () => {
    const isForgotten = await leftovers["forget old checks"]();
    const failing = vi.spyOn(duties["deliver notices"], "work").mockRejectedValueOnce(new Error("away"));
    const headers = { authorization: `Bearer ${SECRET}` };
    const response = await POST(new Request("http://127.0.0.1/api/cron", { method: "POST", headers }));
    expect(failing).toHaveBeenCalledOnce();
    expect([response.status, (await response.json()).failed]).toEqual([503, ["deliver notices"]]);
    expect(await isForgotten()).toBe(true);
  });
});

// The last one: it ends the process' work, its database included.
it("S14: the worker does every duty of the table, and ends with the process", async () => {
  const seen = await leaveWork();
  vi.stubEnv("WORKER", "on");
  forget("environment");
  const asked = dutyNames.map((name) => vi.spyOn(duties[name], "work"));
  startWorker();
  for (const [name, isDone] of seen)
    await vi.waitFor(async () => expect(await isDone(), name).toBe(true), { timeout: 20_000, interval: 100 });
  await vi.waitFor(() => {
    for (const [index, duty] of asked.entries()) expect(duty, dutyNames[index]).toHaveBeenCalled();
  });
  await shutDown();
}, 60_000);
