import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { rollbackCredential } from "@/lib/credentials/values/rollback-credential";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { moveDataSources } from "@/lib/data-sources/move-data-sources";
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
async function add(actor: Member, name: string, more: object = {}) {
  const result = await createCredential(actor, { ...form(name), values: clari.pair, ...more });
  if (!result.saved) throw new Error("It should be saved.");
  return result.credential;
}
const source = (credentialId: string) => {
  const { description: _, keepBoth: __, ...rest } = form("Source");
  return { ...rest, credentialId, endpointId: "users", parameters: {} };
};

type Prepared = (admin: Member) => Promise<unknown>;
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
};
/** What leads to a provider, too, and writes nothing for a person. */
const OTHERS = [
  "credentials/check-stored-values", // a part of verifying and of acts with what is stored
  "credentials/check-typed-values", // a part of verifying, saving and replacing
  "credentials/reverify-due-credentials", // the schedule, which is nobody's
  "credentials/verify-credential-values", // stores nothing
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

const ends: Record<string, (owner: Member, admin: Member) => Promise<void>> = {
  removed: (owner, { userId }) => removeMember(owner, { userId }),
  "made a viewer": (owner, { userId }) => changeRole(owner, { userId, role: "viewer", seen: "admin" }),
};

describe.each(Object.entries(ends))("who is %s while the provider is asked", (_, end) => {
  it("A11, Z1: changes nothing any more, whatever they had under way", async () => {
    const runs = await Promise.all(
      Object.entries(acts).map(async ([name, prepare]) => {
        const [owner, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
        return { name, owner, admin, act: await prepare(owner), before: await stateOf(owner) };
      }),
    );
    clari.clearRequests();
    clari.behave("slow:4000");
    const settled = Promise.allSettled(runs.map(async ({ act, admin }) => act(admin)));
    await vi.waitFor(() => expect(clari.requests).toHaveLength(runs.length), { timeout: 10_000 });
    for (const { owner, admin } of runs) await end(owner, admin);
    const results = await settled;
    clari.behave();
    const refusals = results.map((result) =>
      result.status === "rejected" && result.reason instanceof Refusal ? result.reason.dto.code : result,
    );
    expect(refusals).toEqual(runs.map(() => "FORBIDDEN"));
    for (const { name, owner, before } of runs) expect(await stateOf(owner), name).toBe(before);
  });
});

it("A11, Z1: no use case that asks a provider is left out of the test above", () => {
  const root = path.resolve(import.meta.dirname, "..");
  const asks = /from "(\.|@\/lib\/[\w/-]+)\/(verify-values|check-typed-values|check-stored-values|verify-credential)"/;
  const found = ["credentials", "data-sources", "members", "notices", "settings", "jobs", "auth"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file) && !/-actions\.ts$/.test(file))
      .filter((file) => asks.test(readFileSync(path.join(root, folder, file), "utf8")))
      .map((file) => `${folder}/${path.basename(file, ".ts")}`),
  );
  expect(found.sort()).toEqual([...Object.keys(acts), ...OTHERS].sort());
});
