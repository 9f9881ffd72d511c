import type { Page } from "playwright/test";
import { expect, fillCredential } from "../support/fixtures";
import { credentialBody, ifMatch, test } from "../support/people";

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
  // What they saved may come late, or not at all: that it was not saved is said at once.
  let comes: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    comes = resolve;
  });
  await page.route(/[?&]_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/changed this credential/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep mine" })).toHaveCount(0);
  comes();
  await expect(page.getByRole("button", { name: "Keep mine" })).toBeVisible();
  await expect(page.getByText(/changed this credential/)).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Credential Name" })).toHaveValue("Edited by me");
  await expect(page.getByRole("textbox", { name: "Credential Description" })).toHaveValue("A sentence of mine.");
  await other.reload();
  await expect(other.getByRole("heading", { name: "Edited by the other" })).toBeVisible();

  // Theirs beside mine; what only I changed is not in question, and what is kept is saved over theirs.
  const names = page.getByRole("region", { name: "Credential Name" });
  await expect(names).toContainText("Edited by the other");
  await expect(names).toContainText("Edited by me");
  await expect(page.getByRole("region", { name: "Credential Description" })).toHaveCount(0);
  await expect(names).toBeInViewport();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText(/changed this credential/)).toHaveCount(0);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Edited by me" })).toBeVisible();
  await expect(page.getByText("A sentence of mine.")).toBeVisible();
});

test("U3: values that were replaced while a name was typed are no question about the name: it is saved", async ({
  signedIn: page,
  owner,
  home,
}) => {
  const { body } = await owner.post("/credentials", credentialBody(home.clari.pair, "Replaced while typing"));
  await openEditor(page, `/credentials/${body.id}`);
  await page.getByLabel("Credential Name").fill("Typed while replacing");
  const { revision } = (await owner.get(`/credentials/${body.id}`)).body;
  const values = { values: home.clari.generatePair() };
  // What is new may come after it was sent: then it is sent again.
  await page.route(/[?&]_rsc=/, async (route) => {
    await refused;
    await route.continue();
  });
  const refused = page.waitForResponse((response) => response.request().method() === "POST");
  expect((await owner.put(`/credentials/${body.id}/values`, values, ifMatch(revision))).status).toBe(200);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Typed while replacing" })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
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
  await page.waitForURL("**/credentials");

  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(editor.getByText("This credential doesn't exist, or no longer does.")).toBeVisible();
  await expect(editor.getByLabel("Credential Name")).toHaveValue("Still being typed");
  await confirmDelete(second);
  await expect(second.getByText("This credential doesn't exist, or no longer does.")).toBeVisible();
  await second.goto(url);
  await expect(second.getByRole("heading", { name: "There's nothing here" })).toBeVisible();
});
