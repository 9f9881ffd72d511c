import { askAction } from "../support/ask-action";
import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, join, type Person, test } from "../support/people";
import { tableRows } from "../support/table-rows";

// What is done with several data sources at once, selected in the list.

async function sourcesOf(owner: Person, pair: { apiKey: string; apiPassword: string }, names: string[]) {
  const { body: credential } = await owner.post("/credentials", {
    ...credentialBody(pair, `Credential of ${names[0]}`),
    keepBoth: true,
  });
  const ids: string[] = [];
  for (const name of names) {
    const { status, body } = await owner.post("/data-sources", dataSourceBody(credential.id, name));
    expect(status, JSON.stringify(body)).toBe(201);
    ids.push(body.id);
  }
  return { credentialId: credential.id as string, ids };
}

test("several data sources are deleted after a question that names them, on a phone and by keyboard; two tabs agree", async ({
  signedIn: page,
  owner,
  home,
}) => {
  const names = ["Swarm first", "Swarm second", "Swarm third", "Swarm kept"];
  const { credentialId, ids } = await sourcesOf(owner, home.clari.pair, names);
  const select = (name: string) => page.getByRole("checkbox", { name: `Select ${name}`, exact: true });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/data-sources?q=swarm&sort=name");
  const all = page.getByRole("checkbox", { name: "Select all on this page" });
  await all.press("Space");
  await expect(page.getByText("4 of 4 selected").last()).toBeInViewport();
  await select("Swarm kept").press("Space");
  await expect(page.getByText("3 of 4 selected").last()).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  // Clearing goes back to where one selects anew.
  await page.getByRole("button", { name: "Clear selection" }).press("Enter");
  await expect(all).toBeFocused();
  await expect(page.getByRole("button", { name: "Delete selected" })).toHaveCount(0);
  for (const name of names.slice(0, 3)) await select(name).press("Space");

  await page.getByRole("button", { name: "Delete selected" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete selected data sources" });
  const region = dialog.getByRole("region", { name: "3 data sources will be erased for good" });
  for (const name of names.slice(0, 3)) await expect(region.getByText(name, { exact: true })).toBeVisible();
  await expect(region).toContainText("Programs that read them stop working");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  expect(await runAxe(page)).toEqual([]);
  // Someone else is faster with one of them.
  expect((await owner.delete(`/data-sources/${ids[1]}`)).status).toBe(204);
  await dialog.getByRole("button", { name: "Delete 3" }).press("Enter");
  await expect(page.locator(".toast")).toContainText("2 data sources deleted. 1 was already deleted.");
  await expect(page.getByRole("heading", { name: "Data sources", exact: true })).toBeFocused();
  await expect(tableRows(page, "Data sources")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Swarm kept", exact: true })).toBeVisible();
  expect((await owner.get(`/credentials/${credentialId}`)).body.usedBy).toBe(1);
});

test("several data sources get another credential, whichever they used, and of each it is said what became of it", async ({
  signedIn: page,
  owner,
  home,
}) => {
  const { pair } = home.clari;
  const first = await sourcesOf(owner, pair, ["Drift one", "Drift gone"]);
  const second = await sourcesOf(owner, pair, ["Drift two"]);
  const third = await sourcesOf(owner, pair, ["Drift already"]);
  const target = "Credential of Drift already";
  await page.goto("/data-sources?q=drift&sort=name");
  await page.getByRole("checkbox", { name: "Select all on this page" }).press("Space");
  await page.getByRole("button", { name: "Change credential" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Change credential" });
  const field = dialog.getByRole("combobox", { name: "New credential" });
  await field.fill(target);
  await field.press("Enter");
  await expect(field).toHaveValue(target);
  const row = (name: string) => dialog.getByRole("listitem").filter({ hasText: new RegExp(`^${name}`) });
  await expect(row("Drift one")).toContainText("Uses Credential of Drift one");
  await expect(row("Drift already")).toContainText("Uses it already");
  expect(await runAxe(page)).toEqual([]);
  expect((await owner.delete(`/data-sources/${first.ids[1]}`)).status).toBe(204);
  home.clari.clearRequests();
  await dialog.getByRole("button", { name: "Change 3" }).press("Enter");
  await expect(dialog.getByText(`3 of 4 data sources now use ${target}`)).toBeVisible();
  await expect(row("Drift gone")).toContainText("This data source was deleted.");
  for (const name of ["Drift one", "Drift two"]) await expect(row(name)).toContainText("Changed");
  // The provider is asked once, however many they used before.
  expect(home.clari.requests).toHaveLength(1);
  await expect(dialog.getByRole("button", { name: "Close", exact: true }).last()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Data sources", exact: true })).toBeFocused();
  await expect(tableRows(page, "Data sources").getByRole("link", { name: target })).toHaveCount(3);
  const usedBy = async ({ credentialId }: { credentialId: string }) =>
    (await owner.get(`/credentials/${credentialId}`)).body.usedBy;
  expect([await usedBy(first), await usedBy(second), await usedBy(third)]).toEqual([0, 0, 3]);
});

test("Z1, Z2: members see no check boxes on Data sources, and an id of another workspace is an id of nothing", async ({
  owner,
  browser,
  home,
}) => {
  const { ids } = await sourcesOf(owner, home.clari.pair, ["Shoal of members"]);
  const member = await join(owner, "member");
  const context = await browser.newContext({ baseURL: member.url });
  await context.addCookies(member.cookies());
  const page = await context.newPage();
  await page.goto("/data-sources?q=shoal");
  await expect(tableRows(page, "Data sources")).toHaveCount(1);
  await expect(page.getByRole("main").getByRole("checkbox")).toHaveCount(0);
  await context.close();

  const { activeId } = (await owner.get("/workspaces")).body;
  const { workspaceId } = (await owner.post("/workspaces", { name: "One without sources" })).body;
  await owner.post("/workspaces/active", { workspaceId });
  const elsewhere = await askAction(owner, workspaceId, "deleteDataSourcesAction", { dataSourceIds: ids });
  expect(elsewhere).toMatchObject({ status: 200, body: { deleted: [] } });
  await owner.post("/workspaces/active", { workspaceId: activeId });
  expect((await owner.get(`/data-sources/${ids[0]}`)).status).toBe(200);
});
