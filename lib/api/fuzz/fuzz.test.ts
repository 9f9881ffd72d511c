import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { operations } from "@/lib/api/operations";
import { serve } from "@/lib/api/serve";
import type { Member } from "@/lib/auth/actor";
import { TOKEN_SCOPES } from "@/lib/auth/tokens/token-dto";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { judgeAnswer } from "./judge-answer.fixture";
import { type Asked, type Real, requestsTo } from "./request-arbitrary.fixture";

// Made-up requests to each operation of the table: what is answered is what the document says, and never a fault of ours.

// biome-ignore lint/style/noProcessEnv: a run by hand tries more, and others: FUZZ_RUNS=200 FUZZ_SEED=1 npx vitest run …
const { FUZZ_RUNS, FUZZ_SEED } = process.env;
/** Requests to each operation. */
const RUNS = Number(FUZZ_RUNS ?? 16);
/** A failure names it. */
const SEED = Number(FUZZ_SEED ?? 14);

// Before the imports, which read the environment once.
const { clari, close, session } = await vi.hoisted(async () => {
  const { startClariHome } = await import("@/lib/credentials/clari-home.fixture");
  const home = await startClariHome();
  const raised = { CLARI_COPILOT_PER_SECOND: "10000", API_PER_MINUTE: "1000000" };
  for (const [name, value] of Object.entries({ ...home.env, ...raised })) vi.stubEnv(name, value);
  return { ...home, session: { of: undefined as Member | undefined } };
});
afterAll(close);

/** What has no token is asked as the owner, who signed in a moment ago. */
vi.mock("@/lib/auth/current-actor", async (original) => ({
  ...(await original<object>()),
  findActor: async () => session.of && { ...session.of, confirmedAt: new Date() },
}));

let token: string;
let real: Real;
/** Operations that did what they are for, at least once. */
const done = new Set<string>();

const ask = (method: string, { path, headers, body }: Asked, isOfToken: boolean) =>
  serve(
    new Request(`http://localhost:3000/api/v1${path}`, {
      method,
      headers: { ...headers, ...(isOfToken ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body }),
    }),
  );

async function make(path: string, body: object): Promise<{ id: string }> {
  const response = await ask("POST", { path, headers: {}, body: JSON.stringify(body) }, true);
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string };
}

async function makeCredential(name: string): Promise<string> {
  const body = { connectorId: "clari-copilot", name, values: clari.pair, keepBoth: true };
  return (await make("/credentials", body)).id;
}

const names = Array.from({ length: 100 }, (_, at) => `Name ${at}`);

beforeAll(async () => {
  const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
  session.of = owner;
  // Keys are the installation's.
  const { userId: ownerId } = owner;
  await (await prisma()).installation.upsert({ where: { id: 1 }, create: { ownerId }, update: { ownerId } });
  token = (await createToken(owner, { name: "All", sources: "every", scopes: [...TOKEN_SCOPES] })).value;
  const other = await createToken(owner, { name: "Another", sources: "every" });
  const credentials = [await makeCredential("One"), await makeCredential("Two"), await makeCredential("Three")];
  const source = { connectorId: "clari-copilot", endpointId: "users", parameters: {} };
  const sources = await Promise.all(
    ["A", "B"].map((name, at) => make("/data-sources", { ...source, name, credentialId: credentials[at] })),
  );
  const records = await ask(
    "GET",
    { path: `/data-sources/${sources[0]?.id}/records`, headers: {}, body: undefined },
    true,
  );
  const { read } = (await records.json()) as { read: string };
  const sourceIds = sources.map(({ id }) => id);
  real = {
    credentials,
    ...{ credentialId: credentials, targetId: credentials, credential: credentials },
    "data-sources": sourceIds,
    sourceIds: [sourceIds, [sourceIds[0]]],
    reads: [read],
    members: [owner.userId, member.userId],
    ...{ ownerId: [member.userId], successorId: [owner.userId], owner: [member.userId], person: [owner.userId] },
    tokens: [other.id],
    connectors: ["clari-copilot", "gong"],
    connectorId: ["clari-copilot"],
    endpointId: ["users", "calls"],
    parameters: [{}],
    values: [clari.pair, { apiKey: "wrong", apiPassword: "wrong" }],
    workspaceId: [owner.workspaceId],
    ...{ name: names, seen: ["Data team", "member", ...names], role: ["member", "viewer"], number: [1, 2] },
    ...{ webhookUrl: [null], maxAgeDays: [null], rotateBy: [null], description: ["For the nightly load."] },
  };
}, 60_000);

/** What is looked at is there until what deletes comes. */
const ORDER = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const inOrder = operations.toSorted((one, other) => ORDER.indexOf(one.method) - ORDER.indexOf(other.method));

it.each(inOrder.map((operation) => [operation.id, operation] as const))(
  "%s",
  async (_, operation) => {
    const isOfToken = operation.access === "token";
    const property = fc.asyncProperty(requestsTo(operation, real), async (asked) => {
      const { method } = operation;
      const response = await ask(method, asked, isOfToken);
      expect(await judgeAnswer(operation, response)).toBeUndefined();
      if (response.ok) done.add(operation.id);
      if (method !== "GET") return;
      const head = await ask("HEAD", asked, isOfToken);
      expect(head.status).toBeLessThan(500);
      await head.body?.cancel();
    });
    // What one request changes, the next one finds: to look for a shorter one that fails would find another state.
    await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true });
  },
  120_000,
);

it("is about answers too, and not about refusals alone", () => {
  expect(done.size).toBeGreaterThan(35);
});
