import { beforeAll, describe, expect, it } from "vitest";
import type { CredentialListQuery } from "@/lib/credentials/credential-dto";
import { deleteCredentialRow } from "@/lib/credentials/deletion/deletion-repository";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { SOON_DAYS } from "@/lib/settings/rotation-dto";
import { addDays, dayOf } from "@/lib/settings/rotation-of";
import { findCredentialPage } from "./credential-list-repository";
import { credentialListQuery } from "./credential-list-schema";
import { fillSearchTexts } from "./fill-search-texts";
import { findChosenCredential } from "./find-chosen-credential";
import { listCredentials } from "./list-credentials";
import { insertCredentials } from "./many-credentials.fixture";

const ROWS = 3000;
let owner: Member;
let other: Member;
let stranger: Member;

beforeAll(async () => {
  [owner, other] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  [stranger] = (await makeWorkspace("owner")) as [Member];
  await insertCredentials("a", owner, 1, ROWS);
  await insertCredentials("b", other, 1, 500);
  await insertCredentials("stranger", stranger, 1, 50);
  // As rows of before the migration.
  await fillSearchTexts(new AbortController().signal);
}, 120_000);

async function walk(query: CredentialListQuery, between?: (page: number) => Promise<void>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page === 0 || after; page += 1) {
    const found = await findCredentialPage(owner.workspaceId, { ...query, ...(after ? { after } : {}) }, 200);
    ids.push(...found.credentials.map(({ id }) => id));
    after = found.after;
    await between?.(page);
  }
  return ids;
}

const sorts = ["attention", "newest", "oldest", "name"] as const;
const soon = addDays(dayOf(new Date()), SOON_DAYS);
const unusedSince = { lte: new Date(Date.now() - 90 * 86_400_000) };
const filters: [name: string, query: () => Partial<CredentialListQuery>, where: () => object][] = [
  ["nothing", () => ({}), () => ({})],
  ["type", () => ({ connectorId: "gong" }), () => ({ connectorId: "gong" })],
  ["status", () => ({ status: "FAILED" }), () => ({ status: "FAILED" })],
  ["owner", () => ({ owner: other.userId }), () => ({ ownerId: other.userId })],
  ["unused", () => ({ unused: "1" }), () => ({ unusedSince })],
  ["search", () => ({ q: "übersicht" }), () => ({ description: { not: "" } })],
  ["search without the accents", () => ({ q: "ubersicht" }), () => ({ description: { not: "" } })],
  ["search for a word that is in all", () => ({ q: "sales" }), () => ({})],
  ["search for the middle of a word", () => ({ q: "bersich" }), () => ({ description: { not: "" } })],
  ["search for the end of a word that is in all", () => ({ q: "ales" }), () => ({})],
  ["search for two letters of few", () => ({ q: "AF" }), () => ({ description: { not: "" } })],
  ["search for a letter of few", () => ({ q: "ü mai" }), () => ({ description: { not: "" } })],
  [
    "search for a digit of some",
    () => ({ q: "sicht 9" }),
    () => ({ description: { not: "" }, name: { contains: "9" } }),
  ],
  ["search for letters in another order", () => ({ q: "rsichbers" }), () => ({ id: "none" })],
  ["rotation", () => ({ rotation: "soon" }), () => ({ rotateBy: { lte: soon } })],
  [
    "rotation and search",
    () => ({ rotation: "soon", q: "ales 1" }),
    () => ({ rotateBy: { lte: soon }, name: { contains: "1" } }),
  ],
  ["search with capitals and marks", () => ({ q: "KONT cafe\u0301" }), () => ({ description: { not: "" } })],
  [
    "all of them",
    () => ({ q: "über", connectorId: "clari-copilot", status: "VERIFIED", owner: owner.userId, unused: "1" }),
    () => ({
      description: { not: "" },
      connectorId: "clari-copilot",
      status: "VERIFIED",
      ownerId: owner.userId,
      unusedSince,
    }),
  ],
];

describe("U8: the list of credentials", () => {
  it.each(filters)("narrowed down by %s gives each row exactly once, in every order", async (_, query, where) => {
    const { workspaceId } = owner;
    const rows = await (await prisma()).credential.findMany({
      where: { workspaceId, ...where() },
      select: { id: true },
    });
    for (const sort of sorts) {
      const ids = await walk({ sort, ...query() });
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    }
  });

  it("keeps its order from page to page", async () => {
    const { workspaceId } = owner;
    const orderBy = {
      attention: [{ status: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      newest: [{ createdAt: "desc" }, { id: "desc" }],
      oldest: [{ createdAt: "asc" }, { id: "asc" }],
      name: [{ nameKey: "asc" }],
    } as const;
    for (const sort of sorts) {
      const rows = await (await prisma()).credential.findMany({
        where: { workspaceId },
        orderBy: [...orderBy[sort]],
        select: { id: true },
      });
      expect(await walk({ sort })).toEqual(rows.map(({ id }) => id));
    }
  });

  it("neither repeats nor loses a row while others are inserted and the cursor's own is deleted", async () => {
    const before = await walk({ sort: "newest" });
    const client = await prisma();
    const ids = await walk({ sort: "newest" }, async (page) => {
      await insertCredentials(`d${page}-`, other, ROWS + page, ROWS + page + 3);
      const last = before[page * 200 + 199];
      if (page < 3 && last) await client.credential.delete({ where: { id: last }, select: { id: true } });
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith("d"))).toEqual(before);
    await client.credential.deleteMany({ where: { id: { startsWith: "d" } } });
  });

  it("leaves out what is deleted, in every order and where it is searched", async () => {
    const [credential] = (await listCredentials(owner, { q: "übersicht" })).credentials;
    if (!credential) throw new Error("nothing found");
    const { workspaceId, userId: actorId } = owner;
    await deleteCredentialRow({ workspaceId, credentialId: credential.id, actorId, peer: undefined });
    for (const query of [...sorts.map((sort) => ({ sort })), { q: "übersicht" }, { unused: "1" as const }])
      expect(await walk(query)).not.toContain(credential.id);
    expect(await findChosenCredential(owner, credential.connectorId, credential.id)).toBeUndefined();
    await (await prisma()).credential.delete({ where: { id: credential.id }, select: { id: true } });
  });

  it("Z5: gives members tiles only", async () => {
    const [tile] = (await listCredentials({ ...owner, role: "member" })).credentials;
    expect(Object.keys(tile ?? {}).sort()).toEqual(
      ["connectorId", "createdAt", "description", "id", "name", "ownerName", "plainValues", "status", "usedBy"].sort(),
    );
  });

  it("Z2, Z7: nonsense and another workspace's ids show nothing of it", async () => {
    const odd = [
      { after: "%" },
      { after: "bnVsbA" },
      { after: Buffer.from('["x","\\u0000"]').toString("base64url") },
      { after: Buffer.from('["2023-02-31T00:00:00.000","x"]').toString("base64url") },
      { after: Buffer.from('["0000-01-01T00:00:00.000","x"]').toString("base64url") },
      { after: { a: 1 } },
      { status: ["FAILED"] },
      { q: { not: "" } },
      { owner: "' OR 1=1" },
      { unused: "yes" },
    ];
    for (const parameters of odd) {
      await expect(listCredentials(owner, parameters)).rejects.toMatchObject({ dto: { code: "INVALID_INPUT" } });
      // A page shows its list all the same.
      expect(credentialListQuery(parameters)).toEqual({});
    }
    expect(credentialListQuery({ connectorId: "nothing", status: "FAILED", sort: "", q: "a" })).toEqual({
      status: "FAILED",
      q: "a",
    });
    expect(await listCredentials(owner, { connectorId: "\0" })).toEqual({ credentials: [] });
    expect((await listCredentials(owner, { q: "stranger sales & ! | :* ' \\ \0 \uD800" })).credentials).toEqual([]);
    expect((await listCredentials(owner, { q: "&|!" })).credentials).toEqual([]);
    expect(await findChosenCredential(owner, "gong", "stranger0000000001")).toBeUndefined();
    expect(await findChosenCredential(stranger, "gong", "stranger0000000001")).toMatchObject({
      id: "stranger0000000001",
    });
    expect(await findChosenCredential(stranger, "clari-copilot", "stranger0000000001")).toBeUndefined();
  });
});
