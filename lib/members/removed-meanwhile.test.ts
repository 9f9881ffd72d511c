import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { Principal } from "@/lib/auth/actor";
import { revokeToken } from "@/lib/auth/tokens/revoke-token";
import { rotateToken } from "@/lib/auth/tokens/rotate-token";
import { TOKEN_SCOPES } from "@/lib/auth/tokens/token-dto";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { rollbackCredential } from "@/lib/credentials/values/rollback-credential";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { moveDataSources } from "@/lib/data-sources/move-data-sources";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { holderOf } from "@/lib/data-sources/tokens/show-token.fixture";
import { updateDataSource } from "@/lib/data-sources/update-data-source";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { randomId } from "@/lib/platform/random-id";
import { changeRole } from "./change-role";
import { type Member, makeWorkspace } from "./make-workspace.fixture";
import { removeMember } from "./remove-member";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const connectorId = "clari-copilot";
const form = (name: string) => ({ connectorId, formId: randomId(), name, description: "", keepBoth: true });
async function add(actor: Principal, name: string, more: object = {}) {
  const result = await createCredential(actor, { ...form(name), values: clari.pair, ...more });
  if (!result.saved) throw new Error("It should be saved.");
  return result.credential;
}
const source = (credentialId: string) => {
  const { description: _, keepBoth: __, ...rest } = form("Source");
  return { ...rest, credentialId, endpointId: "users", parameters: {} };
};

type Prepared = (admin: Principal) => Promise<unknown>;
/** Each use case that asks a provider and then writes: what it needs, and the act itself. By the file that it is in. */
const acts: Record<string, (owner: Member) => Promise<Prepared>> = {
  "credentials/create-credential": async () => (admin) =>
    createCredential(admin, { ...form("New"), values: clari.pair }),
  "credentials/replace-credential-values": async (owner) => {
    const { id: credentialId, revision } = await add(owner, "Replaced");
    return (admin) => replaceCredentialValues(admin, { credentialId, revision, values: clari.pair });
  },
  "credentials/rollback-credential": async (owner) => {
    const { id: credentialId, revision } = await add(owner, "Rolled back");
    const next = await replaceCredentialValues(owner, { credentialId, revision, values: clari.pair });
    if (!next.saved) throw new Error("It should be replaced.");
    return (admin) => rollbackCredential(admin, { credentialId, revision: next.credential.revision, number: 1 });
  },
  "credentials/verify-credential": async (owner) => {
    const { id } = await add(owner, "Verified", { saveUnverified: true });
    return (admin) => verifyCredential(admin, id);
  },
  "data-sources/create-data-source": async (owner) => {
    const { id } = await add(owner, "Unverified", { saveUnverified: true });
    return (admin) => createDataSource(admin, source(id));
  },
  "data-sources/move-data-sources": async (owner) => {
    const [from, to] = [await add(owner, "From"), await add(owner, "To")];
    const made = await createDataSource(owner, source(from.id));
    if (!made.saved) throw new Error("It should be created.");
    const move = { credentialId: from.id, targetId: to.id, sourceIds: [made.dataSource.id] };
    return (admin) => moveDataSources(admin, move);
  },
  "data-sources/update-data-source": async (owner) => {
    const [from, to] = [await add(owner, "Used"), await add(owner, "Next", { saveUnverified: true })];
    const made = await createDataSource(owner, source(from.id));
    if (!made.saved) throw new Error("It should be created.");
    const { id: dataSourceId, revision } = made.dataSource;
    return (admin) => updateDataSource(admin, { dataSourceId, revision, credentialId: to.id });
  },
};
/** What leads to a provider, too, and writes nothing for a person. */
const OTHERS = [
  "data-sources/find-obstacle", // a part of creating and changing a data source
  "credentials/check-stored-values", // a part of verifying and of acts with what is stored
  "credentials/check-typed-values", // a part of verifying, saving and replacing
  "credentials/reverify-due-credentials", // the schedule, which is nobody's
  "credentials/verify-credential-values", // stores nothing
  "credentials/probe-credential", // writes before it asks, and nothing after
];

/** All that could have been changed. */
async function stateOf({ workspaceId }: Member): Promise<string> {
  const client = await prisma();
  const credentials = await client.credential.findMany({
    where: { workspaceId },
    select: { id: true, ownerId: true, status: true, checkedAt: true, revision: true, versions: true, checks: true },
    orderBy: { id: "asc" },
  });
  const sources = await client.dataSource.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
  return JSON.stringify([credentials, sources]);
}

type End = (owner: Member, admin: Member, tokenId: string) => Promise<unknown>;
const ends: Record<string, End> = {
  removed: (owner, { userId }) => removeMember(owner, { userId }),
  "made a viewer": (owner, { userId }) => changeRole(owner, { userId, role: "viewer", seen: "admin" }),
};

/** The same of an admin's token. */
const tokenEnds: Record<string, End> = {
  ...ends,
  revoked: (_, admin, tokenId) => revokeToken(admin, { tokenId }),
  replaced: (_, admin, tokenId) => rotateToken(admin, { tokenId, overlapHours: 0 }),
  expired: async (_, __, id) =>
    (await prisma()).token.updateMany({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } }),
};

type Run = { name: string; owner: Member; who: Principal; end: () => Promise<unknown>; act: Prepared; before: string };

async function prepareRun(name: string, end: End, isToken: boolean): Promise<Run> {
  const [owner, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  const act = await acts[name]?.(owner);
  if (!act) throw new Error(`There is no act ${name}.`);
  const token = await createToken(admin, { name: "Nightly", sources: "every", scopes: [...TOKEN_SCOPES] });
  const who = isToken ? await holderOf(token.value) : admin;
  return { name, owner, who, end: () => end(owner, admin, token.id), act, before: await stateOf(owner) };
}

/** Has all of them wait for the provider, takes away what each rests on, and looks at what they wrote. */
async function expectNothingWritten(runs: Run[]): Promise<void> {
  clari.clearRequests();
  clari.behave("slow:4000");
  const settled = Promise.allSettled(runs.map(async ({ act, who }) => act(who)));
  await vi.waitFor(() => expect(clari.requests).toHaveLength(runs.length), { timeout: 10_000 });
  for (const { end } of runs) await end();
  const results = await settled;
  clari.behave();
  const refusals = results.map((result) =>
    result.status === "rejected" && result.reason instanceof Refusal ? result.reason.dto.code : result,
  );
  expect(refusals).toEqual(runs.map(() => "FORBIDDEN"));
  for (const { name, owner, before } of runs) expect(await stateOf(owner), name).toBe(before);
}

describe.each(Object.entries(ends))("who is %s while the provider is asked", (_, end) => {
  it("A11, Z1: changes nothing any more, whatever they had under way", async () => {
    const runs = await Promise.all(Object.keys(acts).map((name) => prepareRun(name, end, false)));
    await expectNothingWritten(runs);
  });
});

it("A11, Z1: a token that is over, or whose maker is no admin any more, changes nothing either", async () => {
  // Both ways to write: one statement, and a transaction. Every other act for one of the ends.
  const [first, second, ...others] = Object.keys(acts);
  const every = [first, second].flatMap((name) => Object.values(tokenEnds).map((end) => ({ name: name ?? "", end })));
  const revoked = others.map((name) => ({ name, end: tokenEnds.revoked as End }));
  const runs = await Promise.all([...every, ...revoked].map(({ name, end }) => prepareRun(name, end, true)));
  await expectNothingWritten(runs);
});

it("A11, Z1: no use case that asks a provider is left out of the test above", () => {
  const root = path.resolve(import.meta.dirname, "..");
  const asks =
    /from "(\.|@\/lib\/[\w/-]+)\/(verify-values|check-typed-values|check-stored-values|verify-credential|find-obstacle)"/;
  const found = ["credentials", "data-sources", "members", "notices", "settings", "jobs", "auth"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file) && !/-actions\.ts$/.test(file))
      .filter((file) => asks.test(readFileSync(path.join(root, folder, file), "utf8")))
      .map((file) => `${folder}/${path.basename(file, ".ts")}`),
  );
  expect(found.sort()).toEqual([...Object.keys(acts), ...OTHERS].sort());
});
