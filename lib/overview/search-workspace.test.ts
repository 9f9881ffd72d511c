import { expect, it } from "vitest";
import { fillAllSearchTexts } from "@/lib/data-sources/fill-search-texts";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { insertCredentials, insertSource } from "./overview.fixture";
import { searchWorkspace } from "./search-workspace";

it("Z2: finds credentials and data sources of one's own workspace by their names, a few of each", async () => {
  const [owner, viewer] = (await makeWorkspace("owner", "viewer")) as [Member, Member];
  const [stranger] = (await makeWorkspace("owner")) as [Member];
  const [mine = ""] = await insertCredentials(owner, "emea", 9);
  const [theirs = ""] = await insertCredentials(stranger, "emea-theirs", 2);
  for (const name of ["calls of emea", "users of EMEA", "users of apac"]) await insertSource(owner, name, mine);
  await insertSource(stranger, "emea of theirs", theirs);
  await fillAllSearchTexts(new AbortController().signal);

  for (const actor of [owner, viewer]) {
    const { credentials, sources } = await searchWorkspace(actor, { q: " Emea " });
    expect(credentials).toHaveLength(6);
    expect(credentials.every(({ id }) => id.startsWith("emea0"))).toBe(true);
    expect(sources.map(({ name }) => name).toSorted()).toEqual(["calls of emea", "users of EMEA"]);
    expect(Object.keys(credentials[0] ?? {}).toSorted()).toEqual(["connectorId", "id", "name"]);
  }
  expect(await searchWorkspace(owner, { q: "  " })).toEqual({ credentials: [], sources: [] });
  expect((await searchWorkspace(owner, { q: "%_' OR 1=1" })).sources).toEqual([]);
  await expect(searchWorkspace(owner, { q: { contains: "" } })).rejects.toMatchObject({
    dto: { code: "INVALID_INPUT" },
  });
  await expect(searchWorkspace(owner, { q: "x".repeat(10_000) })).rejects.toMatchObject({
    dto: { code: "INVALID_INPUT" },
  });
});
