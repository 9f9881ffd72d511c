import { beforeAll, describe, expect, it } from "vitest";
import { COUNTED_MAX, type CredentialListQuery } from "@/lib/credentials/credential-dto";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { SOON_DAYS } from "@/lib/settings/rotation-dto";
import { addDays, dayOf } from "@/lib/settings/rotation-of";
import { countCredentials } from "./count-credentials";
import { tabsQuery } from "./credential-filters-repository";
import { findCredentialPage, foundQuery, nearQuery, pageQuery } from "./credential-list-repository";
import { fillSearchTexts } from "./fill-search-texts";
import { insertCredentials } from "./many-credentials.fixture";

let owner: Member;
let other: Member;
let stranger: Member;
const sorts = ["attention", "newest", "oldest", "name"] as const;
const soon = addDays(dayOf(new Date()), SOON_DAYS);
const unusedSince = { lte: new Date(Date.now() - 90 * 86_400_000) };

beforeAll(async () => {
  [owner, other] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  [stranger] = (await makeWorkspace("owner")) as [Member];
  await insertCredentials("a", owner, 1, 3000);
  await insertCredentials("b", other, 1, 500);
  await insertCredentials("stranger", stranger, 1, 50);
  await fillSearchTexts(new AbortController().signal);
}, 120_000);

describe("U8: how many credentials there are", () => {
  it("counts what is under each tab, and what a filter finds", async () => {
    const { workspaceId } = owner;
    const client = await prisma();
    const count = (where: object) => client.credential.count({ where: { workspaceId, deletedAt: null, ...where } });
    const atMost = (number: number) => Math.min(number, COUNTED_MAX + 1);
    const expected = {
      all: atMost(await count({})),
      attention: atMost(await count({ status: "FAILED" })),
      rotation: await count({ rotateBy: { lte: soon } }),
      unverified: atMost(await count({ status: "UNVERIFIED" })),
      unused: await count({ unusedSince }),
    };
    expect(expected).toMatchObject({ all: COUNTED_MAX + 1, attention: COUNTED_MAX + 1, rotation: 59 });
    expect(await countCredentials(owner, {})).toEqual({ tabs: expected });
    expect(await countCredentials(owner, { status: "FAILED" })).toEqual({ tabs: expected });
    expect(await countCredentials(owner, { owner: other.userId, rotation: "soon" })).toEqual({
      found: await count({ ownerId: other.userId, rotateBy: { lte: soon } }),
    });
    expect(await countCredentials(owner, { q: "sales" })).toEqual({});
    expect((await findCredentialPage(workspaceId, { q: "bersicht", owner: other.userId }, 20)).found).toBe(10);
    expect((await countCredentials(stranger, {})).tabs).toMatchObject({ all: 50, rotation: 1 });
  });

  it("finds those that are due by the maximum age in the workspace", async () => {
    const { workspaceId } = stranger;
    const client = await prisma();
    const ids = await client.credential.findMany({
      where: { workspaceId, rotateBy: null },
      take: 3,
      select: { id: true },
    });
    const daysAgo = [90 - SOON_DAYS, 89 - SOON_DAYS, 400];
    for (const [index, { id }] of ids.entries()) {
      const valuesChangedAt = addDays(dayOf(new Date()), -(daysAgo[index] ?? 0));
      await client.credential.update({ where: { id }, data: { valuesChangedAt }, select: { id: true } });
    }
    const due = async () => (await findCredentialPage(workspaceId, { rotation: "soon" }, 50)).credentials;
    expect(await due()).toHaveLength(1);
    await client.workspaceSettings.create({ data: { workspaceId, maxAgeDays: 90 } });
    const found = await due();
    expect(found.map(({ rotation }) => rotation?.state).sort()).toEqual(["overdue", "soon", "soon"]);
    expect((await countCredentials(stranger, {})).tabs).toMatchObject({ rotation: found.length });
  });

  it("is found out along an index, as is every page of a list", async () => {
    const client = await prisma();
    await client.$executeRaw`ANALYZE "Credential"`;
    const planOf = async (query: CredentialListQuery, make = pageQuery) => {
      const { text, values } = make(owner.workspaceId, query, 51);
      const plan = JSON.stringify(await client.$queryRawUnsafe(`EXPLAIN ${text}`, ...values));
      // The last checks of each row that is shown, which are few.
      return plan.replace(/SubPlan.*/s, "");
    };
    for (const sort of sorts) {
      const plan = await planOf({ sort });
      expect(plan).toMatch(/Index.* Scan/);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
      const near = await planOf({ sort, q: "bersicht" }, nearQuery);
      expect(near).toMatch(/Limit.*Filter.*searchText.*Limit.*Index Scan/);
      expect(near).not.toMatch(/Seq Scan on .{1,3}Credential\W/);
    }
    expect(await planOf({ q: "übersicht" }, foundQuery)).toContain("Credential_search_idx");
    expect(await planOf({ q: "ü" }, foundQuery)).toContain("Credential_search_idx");
    expect(await planOf({ rotation: "soon" }, foundQuery)).toContain("Credential_rotation_idx");
    const counts = await planOf({}, tabsQuery);
    for (const index of ["newest", "unused", "rotation"]) expect(counts).toContain(`Credential_${index}_idx`);
  });
});
