import { describe, expect, it } from "vitest";
import { listCredentialFilters } from "@/lib/credentials/list/list-credential-owners";
import { codeOf } from "@/lib/credentials/values/credential-life.fixture";
import { getSourceTabs } from "@/lib/data-sources/count-data-sources";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { removeMember } from "@/lib/members/remove-member";
import { prisma } from "@/lib/platform/database";
import { FILTER_NAME_MAX, FILTERS_MAX, filterKey } from "./saved-filter-dto";
import { deleteFilter, listSavedFilters, renameFilter, saveFilter } from "./saved-filters";

const list = "credentials" as const;
const save = (actor: Member, name: string, query = "q=sales") => saveFilter(actor, { list, name, query });
const namesOf = async (actor: Member) => (await listSavedFilters(actor, list)).map(({ name }) => name);

describe("a person's own filters", () => {
  it("keep what narrows the list and its order, and no place in it", async () => {
    const [actor] = (await makeWorkspace("viewer")) as [Member];
    await save(actor, "Sales that fail", "sort=name&after=somewhere&q=sales+eu&status=FAILED&add=1&x=%27");
    await save(actor, "Old ones", "unused=1");
    await saveFilter(actor, { list: "data-sources", name: "Old ones", query: "sort=oldest" });
    expect(await listSavedFilters(actor, list)).toMatchObject([
      { name: "Old ones", query: "unused=1" },
      { name: "Sales that fail", query: "q=sales+eu&status=FAILED&sort=name" },
    ]);
    expect(await listSavedFilters(actor, "data-sources")).toMatchObject([{ query: "sort=oldest" }]);
    expect(
      filterKey(list, [
        ["status", "FAILED"],
        ["q", "sales eu"],
        ["after", "x"],
        ["sort", "name"],
      ]),
    ).toBe("q=sales+eu&status=FAILED&sort=name");
  });

  it("come with what their lists ask anyway, and are the same there", async () => {
    const [owner, other] = (await makeWorkspace("owner", "member")) as [Member, Member];
    for (const name of ["Second", "First"]) {
      await save(owner, name);
      await saveFilter(owner, { list: "data-sources", name, query: "q=calls" });
    }
    const { owners, saved } = await listCredentialFilters(owner);
    expect(owners.map(({ id }) => id).toSorted()).toEqual([owner.userId, other.userId].toSorted());
    expect(saved).toEqual(await listSavedFilters(owner, list));
    for (const isWhole of [true, false])
      expect((await getSourceTabs(owner, isWhole)).saved).toEqual(await listSavedFilters(owner, "data-sources"));
    expect((await getSourceTabs(owner, true)).counts).toEqual({ all: 0, attention: 0, unverified: 0 });
    expect((await listCredentialFilters(other)).saved).toEqual([]);
    expect((await getSourceTabs(other, true)).saved).toEqual([]);
  });

  it("are renamed and deleted, under one name each", async () => {
    const [actor] = (await makeWorkspace("member")) as [Member];
    const { id } = await save(actor, "One");
    await save(actor, "Two");
    expect(await codeOf(save(actor, "Two", "q=other"))).toBe("INVALID_INPUT");
    expect(await codeOf(renameFilter(actor, { id, name: "Two" }))).toBe("INVALID_INPUT");
    await renameFilter(actor, { id, name: "Three" });
    expect(await namesOf(actor)).toEqual(["Three", "Two"]);
    await deleteFilter(actor, id);
    expect(await namesOf(actor)).toEqual(["Two"]);
    expect(await codeOf(deleteFilter(actor, id))).toBe("NOT_FOUND");
  });

  it("U10: take a name of so many characters, and no filter that says nothing or is endless", async () => {
    const [actor] = (await makeWorkspace("member")) as [Member];
    await save(actor, "é".repeat(FILTER_NAME_MAX));
    for (const name of ["", " ", "n".repeat(FILTER_NAME_MAX + 1), "a\u202eb", { not: "" }])
      expect(await codeOf(saveFilter(actor, { list, name, query: "q=a" }))).toBe("INVALID_INPUT");
    for (const query of ["", "after=x", "q=", `q=${"ü".repeat(900)}`, "q".repeat(2000), null])
      expect(await codeOf(saveFilter(actor, { list, name: "A name", query })), String(query)).toBe("INVALID_INPUT");
    expect(await codeOf(saveFilter(actor, { list: "members", name: "A name", query: "q=a" }))).toBe("INVALID_INPUT");
  });

  it("Z1, Z2: are theirs alone, in each workspace apart, and of lists that they may see", async () => {
    const [owner, viewer] = (await makeWorkspace("owner", "viewer")) as [Member, Member];
    const [stranger] = (await makeWorkspace("owner")) as [Member];
    const { id } = await save(owner, "The owner's");
    const elsewhere = { ...owner, workspaceId: stranger.workspaceId };
    for (const actor of [viewer, stranger, elsewhere]) {
      expect(await namesOf(actor)).toEqual([]);
      expect(await codeOf(renameFilter(actor, { id, name: "Mine" }))).toBe("NOT_FOUND");
      expect(await codeOf(deleteFilter(actor, id))).toBe("NOT_FOUND");
    }
    expect(await codeOf(save(elsewhere, "In a workspace of others"))).toBe("NOT_FOUND");
    expect(await codeOf(listSavedFilters(viewer, "audit"))).toBe("FORBIDDEN");
    expect(await codeOf(saveFilter(viewer, { list: "audit", name: "A", query: "from=2026-01-01" }))).toBe("FORBIDDEN");
    expect(await namesOf(owner)).toEqual(["The owner's"]);
  });

  it("U2: are twenty at the most, whoever saves how many at once", async () => {
    const [actor] = (await makeWorkspace("member")) as [Member];
    const codes = await Promise.all(
      Array.from({ length: FILTERS_MAX + 5 }, (_, at) => codeOf(save(actor, `No. ${at}`))),
    );
    expect(codes.filter((code) => code === "done")).toHaveLength(FILTERS_MAX);
    expect(await namesOf(actor)).toHaveLength(FILTERS_MAX);
    const refused = saveFilter(actor, { list: "data-sources", name: "Elsewhere", query: "q=a" });
    await expect(refused).rejects.toMatchObject({ dto: { fields: { name: expect.stringContaining("Delete one") } } });
  });

  it("Z6: go with their person's place in the workspace", async () => {
    const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
    await save(owner, "Stays");
    await save(member, "Goes");
    await removeMember(owner, { userId: member.userId });
    const { workspaceId } = owner;
    const rows = await (await prisma()).savedFilter.findMany({ where: { workspaceId }, select: { name: true } });
    expect(rows).toEqual([{ name: "Stays" }]);
  });
});
