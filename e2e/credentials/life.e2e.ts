import type { Page } from "playwright/test";
import type { ClariPair } from "../sandbox/clari-pair";
import { runAxe } from "../support/axe";
import { choose } from "../support/choose";
import { expect, fillCredential, test } from "../support/fixtures";

// The whole life of a credential on the screen: the same pair twice, versions, moving sources, deleting and undoing it.
test.use({ keepBoth: false });

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const tile = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });

async function add(page: Page, name: string, pair: ClariPair): Promise<string> {
  await fillCredential(page, name, pair);
  await save(page);
  await expect(tile(page, name)).toBeChecked();
  return new URL(page.url()).searchParams.get("credential") ?? "";
}

async function addSource(page: Page, credentialId: string, name: string) {
  await page.goto(`/data-sources/new/clari-copilot/configure?credential=${credentialId}`);
  await page.getByLabel("Data source name").fill(name);
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
}

async function replace(page: Page, id: string, pair: ClariPair) {
  await page.goto(`/credentials/${id}?replace=1`);
  await page.getByLabel("API Key", { exact: true }).fill(pair.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(pair.apiPassword);
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(page.getByText("New values verified and in use.")).toBeVisible();
}

test("the same pair twice: the overlay says where it is, and selects that one or keeps both; a new password replaces the old", async ({
  signedIn: page,
  home,
}) => {
  const id = await add(page, "Twice A", home.clari.generatePair());
  await addSource(page, id, "Reads twice");
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await fillCredential(page, "Twice B", home.clari.pair);
  await save(page);
  await expect(overlay.getByText("You already have this pair as “Twice A”.")).toBeVisible();
  await expect(overlay.getByText("1 data source uses it.")).toBeVisible();
  await expect(overlay.getByRole("button", { name: "Replace its values" })).toHaveCount(0);
  expect(await runAxe(page)).toEqual([]);
  await overlay.getByRole("button", { name: "Select that one" }).click();
  await expect(overlay).toBeHidden();
  await expect(tile(page, "Twice A")).toBeChecked();

  await fillCredential(page, "Twice B", home.clari.pair);
  await save(page);
  await overlay.getByRole("button", { name: "Keep both" }).click();
  await expect(tile(page, "Twice B")).toBeChecked();
  await page.goto(`/credentials/${id}`);
  const note = page.getByRole("region", { name: "Only one pair" });
  await expect(note).toContainText("In Latchkey, 1 data source uses it");
  await expect(note.getByRole("link", { name: "Twice B" })).toBeVisible();

  // The same key, another password: the sandbox accepts any beside a key of this kind.
  const big = await add(page, "Rotated", { apiKey: "fault:big", apiPassword: "before" });
  await fillCredential(page, "Rotated again", { apiKey: "fault:big", apiPassword: "after" });
  await save(page);
  await expect(overlay.getByText("This looks like a new API Password for “Rotated”.")).toBeVisible();
  await overlay.getByRole("button", { name: "Replace its values" }).click();
  await expect(tile(page, "Rotated")).toBeChecked();
  await page.goto(`/credentials/${big}`);
  await expect(page.getByRole("region", { name: "Versions" }).getByRole("listitem")).toHaveCount(2);
});

test("versions: rolling back verifies the older values first, and changes nothing where they are refused", async ({
  signedIn: page,
  home,
}) => {
  const id = await add(page, "Versions", { apiKey: "fault:slow:10", apiPassword: "first" });
  await replace(page, id, home.clari.generatePair());
  await replace(page, id, home.clari.generatePair());
  const versions = page.getByRole("region", { name: "Versions" });
  const row = (number: number) => versions.getByRole("listitem").filter({ hasText: `Version ${number}` });
  await expect(row(3)).toContainText("In use");
  await expect(row(1)).toContainText(/Kept until \d{1,2} \w+ \d{4}/);
  await versions.getByRole("button", { name: "Roll back to version 2" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll back" }).click();
  // Nobody typed them: it is about a version, and gives no advice for typing.
  await expect(versions.getByText("Clari Copilot no longer accepts version 2.")).toBeVisible();
  await expect(versions.getByText("Version 3 stays in use. Other versions are untouched.")).toBeVisible();
  await expect(versions).not.toContainText(/swapped|copy both/i);
  await expect(row(3)).toContainText("In use");
  expect(await runAxe(page)).toEqual([]);
  home.clari.clearRequests();
  home.clari.behave("hang");
  await versions.getByRole("button", { name: "Roll back to version 1" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll back" }).click();
  await expect(versions.getByText("Verifying with Clari Copilot …")).toBeVisible();
  await expect.poll(() => home.clari.requests.length).toBe(1);
  await versions.getByRole("button", { name: "Stop" }).click();
  await expect(versions.getByText("Check stopped. Nothing has changed.")).toBeVisible();
  await expect.poll(() => home.clari.requests[0]?.abandoned, { timeout: 3000 }).toBe(true);
  home.clari.behave();
  await expect(row(3)).toContainText("In use");
  await versions.getByRole("button", { name: "Roll back to version 1" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll back" }).click();
  await expect(page.getByText("Version 1 verified and in use again.")).toBeVisible();
  await expect(row(1)).toContainText("In use");
  await expect(row(3)).toContainText(/Kept until \d{1,2} \w+ \d{4}/);
});

test("Z8: deleting one in use names its sources and offers to move them; then it can be deleted, restored and purged", async ({
  signedIn: page,
  home,
}) => {
  const from = await add(page, "Moves from", home.clari.generatePair());
  await addSource(page, from, "Moves first");
  await addSource(page, from, "Moves second");
  await add(page, "Moves to", { apiKey: "fault:slow:20", apiPassword: "target" });
  await page.goto(`/credentials/${from}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  // The question whether to delete is not asked: it could not be answered yes.
  const inUse = page.getByRole("dialog", { name: "This credential is in use" });
  await expect(inUse).toContainText("2 data sources use Moves from.");
  await expect(inUse.getByRole("listitem")).toHaveText(["Moves first", "Moves second"]);
  expect(await runAxe(page)).toEqual([]);
  await inUse.getByRole("button", { name: "Move sources to another credential" }).click();
  const dialog = page.getByRole("dialog", { name: "Move sources" });
  await choose(dialog.getByLabel("Move to"), "Moves to");
  await expect(dialog.getByText("2 data sources: Moves from → Moves to")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  expect(await runAxe(page)).toEqual([]);
  home.clari.clearRequests();
  home.clari.behave("hang");
  await dialog.getByRole("button", { name: "Move 2" }).click();
  await expect(dialog.getByText("Verifying with Clari Copilot …")).toBeVisible();
  await expect.poll(() => home.clari.requests.length).toBe(1);
  await dialog.getByRole("button", { name: "Stop" }).click();
  await expect(dialog.getByText("Check stopped. Nothing was moved.")).toBeVisible();
  await expect.poll(() => home.clari.requests[0]?.abandoned, { timeout: 3000 }).toBe(true);
  home.clari.behave();
  // One of them first, then what is left.
  await dialog.getByRole("checkbox", { name: "Moves second" }).uncheck();
  await dialog.getByRole("button", { name: "Move 1" }).click();
  await expect(page.getByText("1 data source now uses “Moves to”. 1 still uses “Moves from”.")).toBeVisible();
  const used = page.getByRole("region", { name: "Used by 1 data source" });
  await expect(used.getByRole("listitem")).toHaveText(["Moves second"]);
  await page.getByRole("button", { name: "Move sources" }).click();
  await choose(dialog.getByLabel("Move to"), "Moves to");
  await dialog.getByRole("button", { name: "Move 1" }).click();
  await expect(page.getByText("1 data source now uses “Moves to”.", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("“Moves from” was deleted.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Moves from" })).toHaveCount(0);
  expect(await runAxe(page)).toEqual([]);
  // A toast: it stands above whatever page one goes to.
  await page.getByRole("link", { name: "Data sources" }).click();
  await page.waitForURL("**/data-sources");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForURL(`**/credentials/${from}`);
  await expect(page.getByRole("heading", { name: "Moves from" })).toBeFocused();
  await expect(page.getByText("“Moves from” was restored.")).toBeVisible();

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("“Moves from” was deleted.")).toBeVisible();
  await page.getByRole("link", { name: "Recently deleted" }).click();
  await page.getByRole("button", { name: "Erase now: Moves from" }).click();
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Erase" }).click();
  await expect(page.getByText("“Moves from” was erased.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Restore Moves from" })).toHaveCount(0);
  await page.goto(`/credentials/${from}`);
  await expect(page.getByRole("heading", { name: "Moves from" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "There's nothing here" })).toBeVisible();
});
