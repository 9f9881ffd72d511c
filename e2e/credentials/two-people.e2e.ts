import type { Page } from "playwright/test";
import { expect, fillCredential, test } from "../support/fixtures";

/** Saves a credential that nobody verified: what it holds does not matter here. */
async function addUnverified(page: Page, name: string): Promise<string> {
  await fillCredential(page, name, { apiKey: "fault:status:503", apiPassword: "any" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Save without verifying" }).click();
  await expect(page.getByRole("radio", { name })).toBeChecked();
  await page.goto("/credentials");
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  return page.url();
}

async function openEditor(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "Edit" }).click();
}

async function confirmDelete(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
}

// An installation of its own: the failures that it provokes open the provider's circuit.
test.use({ installation: "credentials/two-people" });

test("U3: of two edits at once the second is told, keeps its text, and overwrites nothing", async ({
  signedIn: page,
}) => {
  const url = await addUnverified(page, "Edited by two");
  const other = await page.context().newPage();
  await openEditor(page, url);
  await openEditor(other, url);
  await other.getByLabel("Credential Name").fill("Edited by the other");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByRole("heading", { name: "Edited by the other" })).toBeVisible();

  await page.getByLabel("Credential Name").fill("Edited by me");
  await page.getByLabel("Credential Description").fill("A sentence of mine.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/changed this credential/)).toBeVisible();
  await expect(page.getByLabel("Credential Name")).toHaveValue("Edited by me");
  await expect(page.getByLabel("Credential Description")).toHaveValue("A sentence of mine.");
  await other.reload();
  await expect(other.getByRole("heading", { name: "Edited by the other" })).toBeVisible();
});

test("U4: an edit of what was deleted meanwhile is told so and keeps its text; deleting twice is no fault", async ({
  signedIn: page,
}) => {
  const url = await addUnverified(page, "Deleted by another");
  const [editor, second] = [await page.context().newPage(), await page.context().newPage()];
  await openEditor(editor, url);
  await editor.getByLabel("Credential Name").fill("Still being typed");
  await second.goto(url);
  for (const tab of [page, second]) await tab.getByRole("button", { name: "Delete" }).click();
  await confirmDelete(page);
  await page.waitForURL("**/credentials?deleted=*");

  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(editor.getByText("This credential does not exist, or no longer does.")).toBeVisible();
  await expect(editor.getByLabel("Credential Name")).toHaveValue("Still being typed");
  await confirmDelete(second);
  await expect(second.getByText("This credential does not exist, or no longer does.")).toBeVisible();
  await second.goto(url);
  await expect(second.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});

test("U5: sent while offline, the form says so and keeps everything, secrets too; online again, Save works", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Typed on a train", home.clari.pair);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("check your connection and try again")).toBeVisible();
  await expect(page.getByLabel("Credential Name")).toHaveValue("Typed on a train");
  await expect(page.getByLabel("API Key", { exact: true })).toHaveValue(home.clari.pair.apiKey);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Typed on a train" })).toBeChecked();
});

test("U7: after a save, neither back, reload nor a duplicate of the tab brings a secret back or saves again", async ({
  signedIn: page,
  home,
}) => {
  await page.goto("/credentials");
  await fillCredential(page, "Never twice", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Never twice" })).toBeChecked();
  const asked = home.clari.requests.length;
  const assertClean = async (tab: Page) => {
    const inputs = await tab.locator("input, textarea").evaluateAll((all) => all.map((input) => input.outerHTML));
    const values = await tab
      .locator("input, textarea")
      .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
    const seen = [...inputs, ...values, await tab.evaluate(() => JSON.stringify(history.state))].join("\n");
    for (const secret of Object.values(home.clari.pair)) expect(seen).not.toContain(secret);
  };
  await page.goto("/credentials");
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Never twice" })).toHaveCount(1);
  await assertClean(page);
  await page.getByRole("button", { name: "Add Credential" }).click();
  await expect(page.getByLabel("Credential Name")).toHaveValue("");
  await assertClean(page);
  await page.reload();
  await expect(page.getByRole("radio", { name: "Never twice" })).toHaveCount(1);
  await assertClean(page);
  const duplicate = await page.context().newPage();
  await duplicate.goto(page.url());
  await expect(duplicate.getByRole("radio", { name: "Never twice" })).toHaveCount(1);
  await assertClean(duplicate);
  expect(home.clari.requests).toHaveLength(asked);
});
