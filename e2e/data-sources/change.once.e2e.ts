import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { choose } from "../support/choose";
import { expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, ifMatch, type Person, test } from "../support/people";
import { newName } from "../support/stage";

type Pair = { apiKey: string; apiPassword: string };

async function credentialOf(owner: Person, pair: Pair, more: object = {}) {
  const { body } = await owner.post("/credentials", { ...credentialBody(pair, newName("Credential")), ...more });
  return body as { id: string; name: string };
}
async function sourceOf(owner: Person, credentialId: string, more: object = {}) {
  const { body } = await owner.post("/data-sources", { ...dataSourceBody(credentialId, newName("Source")), ...more });
  return body as { id: string; name: string; revision: number };
}
const stored = async (owner: Person, id: string) => (await owner.get(`/data-sources/${id}`)).body;
const usesOf = async (owner: Person, id: string) => (await owner.get(`/credentials/${id}`)).body.usedBy;

/** Opens its form, and waits until what is typed there is not typed over any more. */
async function openForm(page: Page, { id, name }: { id: string; name: string }) {
  await page.goto(`/data-sources/${id}/edit`);
  await expect(page.getByLabel("Data source name", { exact: true })).toHaveValue(name);
}

test("a source is changed in the same form: name, endpoint, parameters and credential", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const from = await credentialOf(owner, home.clari.pair);
  const to = await credentialOf(owner, home.clari.pair, { saveUnverified: true });
  const calls = { endpointId: "calls", parameters: { filterDurationGt: 60, filterStatus: ["PROCESSED"] } };
  const source = await sourceOf(owner, from.id, calls);
  await page.goto(`/data-sources/${source.id}`);
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByLabel("Data source name")).toHaveValue(source.name);
  await expect(page.getByLabel("Endpoint")).toHaveValue("calls");
  // Set filters are not folded away.
  await expect(page.getByLabel("Longer than")).toHaveValue("60");
  await expect(page.getByRole("checkbox", { name: "Processed" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Credential" })).toHaveValue(from.name);

  await page.getByLabel("Longer than").fill("");
  await page.getByLabel("Shorter than").fill("1800");
  await choose(page.getByRole("combobox", { name: "Credential" }), to.name);
  await expect(page.getByText("We'll verify it with Clari Copilot first.")).toBeVisible();
  home.clari.clearRequests();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL(`**/data-sources/${source.id}`);
  await expect(page.getByText("1,800 seconds")).toBeVisible();
  expect(home.clari.requests).toHaveLength(1);
  expect(await stored(owner, source.id)).toMatchObject({
    name: source.name,
    parameters: { filterDurationLt: 1800, filterStatus: ["PROCESSED"] },
    credential: { id: to.id, status: "VERIFIED" },
    revision: 2,
  });
  expect([await usesOf(owner, from.id), await usesOf(owner, to.id)]).toEqual([0, 1]);
});

test("a credential that the provider does not accept changes nothing, and what was typed stays", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const from = await credentialOf(owner, home.clari.pair);
  const wrong = { apiKey: "not-the-key", apiPassword: "not-the-password" };
  const to = await credentialOf(owner, wrong, { saveUnverified: true });
  const source = await sourceOf(owner, from.id);
  await openForm(page, source);
  const name = newName("Typed");
  await page.getByLabel("Data source name").fill(name);
  await choose(page.getByRole("combobox", { name: "Credential" }), to.name);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await expect(page.getByText("The data source wasn't changed.")).toBeVisible();
  await expect(page.getByLabel("Data source name")).toHaveValue(name);
  expect(await stored(owner, source.id)).toMatchObject({ name: source.name, credential: { id: from.id }, revision: 1 });
});

test("what someone else changed meanwhile is not overwritten, and what was typed is still there after a reload", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const { id: credentialId } = await credentialOf(owner, home.clari.pair);
  const calls = { endpointId: "calls", parameters: { filterDurationGt: 60 } };
  const source = await sourceOf(owner, credentialId, calls);
  await openForm(page, source);
  const [mine, theirs] = [newName("Mine"), newName("Theirs")];
  await page.getByLabel("Data source name", { exact: true }).fill(mine);
  await page.getByLabel("Shorter than").fill("1800");
  const change = { name: theirs, parameters: { filterDurationGt: 90 } };
  expect((await owner.patch(`/data-sources/${source.id}`, change, ifMatch(1))).status).toBe(200);
  const save = page.getByRole("button", { name: "Save changes" });
  const overtaken = page.getByText("Someone changed this data source while you were editing.");
  for (let tries = 0; tries < 2; tries += 1) {
    await save.click();
    await expect(overtaken).toBeVisible();
    expect(await stored(owner, source.id)).toMatchObject({ name: theirs, revision: 2 });
  }
  // Theirs stands beside mine before anything is sent, also once the page was loaded anew.
  await page.reload();
  const names = page.getByRole("region", { name: "Data source name" });
  await expect(overtaken).toBeVisible();
  await expect(names).toContainText(theirs);
  await expect(names).toContainText(mine);
  await expect(page.getByRole("region", { name: "Longer than" })).toContainText("90 seconds");
  await expect(page.getByRole("region", { name: "Shorter than" })).toHaveCount(0);
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(overtaken).toBeHidden();
  await expect(page.getByLabel("Data source name", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Data source name", { exact: true })).toHaveValue(mine);
  // What only they changed was never in question.
  await expect(page.getByLabel("Longer than")).toHaveValue("90");
  await save.click();
  await expect(page.getByRole("heading", { name: mine })).toBeVisible();
  const parameters = { filterDurationGt: 90, filterDurationLt: 1800 };
  expect(await stored(owner, source.id)).toMatchObject({ name: mine, parameters, revision: 3 });
});

test("theirs can be taken instead, and what they did not touch stays as it is typed", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const { id: credentialId } = await credentialOf(owner, home.clari.pair);
  const other = await credentialOf(owner, home.clari.pair);
  const calls = { endpointId: "calls", parameters: { filterTopics: ["Pricing"] } };
  const source = await sourceOf(owner, credentialId, calls);
  await openForm(page, source);
  await page.getByLabel("Data source name").fill(newName("Mine"));
  await page.getByLabel("Longer than").fill("30");
  const name = newName("Theirs");
  const change = { name, credentialId: other.id, parameters: { filterStatus: ["PROCESSED"] } };
  expect((await owner.patch(`/data-sources/${source.id}`, change, ifMatch(1))).status).toBe(200);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("region", { name: "Credential" })).toContainText(other.name);
  await page.getByRole("button", { name: "Take theirs" }).click();
  await expect(page.getByLabel("Data source name")).toHaveValue(name);
  await expect(page.getByRole("combobox", { name: "Credential" })).toHaveValue(other.name);
  await expect(page.getByRole("checkbox", { name: "Processed" })).toBeChecked();
  await expect(page.getByLabel("Longer than")).toHaveValue("30");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL(`**/data-sources/${source.id}`);
  const parameters = { filterStatus: ["PROCESSED"], filterDurationGt: 30 };
  expect(await stored(owner, source.id)).toMatchObject({ name, credential: { id: other.id }, parameters, revision: 3 });
});

test("a copy begins as the source is, and leaves it alone", async ({ owner, signedIn: page, home }) => {
  const { id: credentialId } = await credentialOf(owner, home.clari.pair);
  const calls = { endpointId: "calls", parameters: { filterTopics: ["Pricing"], includePrivate: true } };
  const source = await sourceOf(owner, credentialId, calls);
  await page.goto(`/data-sources/${source.id}`);
  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Data source name")).toHaveValue(`Copy of ${source.name}`);
  await page.getByLabel("Longer than").fill("30");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
  const copyId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  expect(await stored(owner, copyId)).toMatchObject({
    name: `Copy of ${source.name}`,
    endpointId: "calls",
    parameters: { filterTopics: ["Pricing"], includePrivate: true, filterDurationGt: 30 },
  });
  expect(await stored(owner, source.id)).toMatchObject({ ...calls, revision: 1 });
  expect(await usesOf(owner, credentialId)).toBe(2);
  // A second copy has to be called something else, which is said beside the name.
  await page.goto(`/data-sources/${source.id}`);
  await page.getByRole("link", { name: "Duplicate" }).click();
  await page.getByRole("button", { name: "Create data source" }).click();
  await expect(page.getByText("Another data source already has this name")).toBeVisible();
  await expect(page.getByLabel("Data source name")).toBeFocused();
});

test("the credential of a source is searched for where a workspace has many", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const from = await credentialOf(owner, home.clari.pair);
  const source = await sourceOf(owner, from.id);
  const last = await credentialOf(owner, home.clari.pair, { name: "zzz wanted one" });
  const unverified = { saveUnverified: true };
  for (let count = 0; count < 51; count += 1) await credentialOf(owner, { ...home.clari.pair }, unverified);
  await openForm(page, source);
  const field = page.getByRole("combobox", { name: "Credential" });
  await field.click();
  const options = page.getByRole("listbox", { name: "Options" }).getByRole("option");
  await expect(options.filter({ hasText: last.name })).toHaveCount(0);
  await field.fill("wanted");
  await expect(options).toHaveCount(1);
  // What is typed is no choice yet.
  await field.press("Tab");
  await expect(field).toHaveValue(from.name);
  await choose(field, last.name);
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL(`**/data-sources/${source.id}`);
  expect(await stored(owner, source.id)).toMatchObject({ credential: { id: last.id } });
});
