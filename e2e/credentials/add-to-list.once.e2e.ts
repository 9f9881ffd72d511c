import { addCredential } from "../support/add-credential";
import { runAxe } from "../support/axe";
import { expect, test } from "../support/fixtures";

// An installation of its own: its list begins empty.
test.use({ installation: "credentials/add-to-list" });

test("a credential is added on Credentials, type first, and stands in the list with the focus", async ({
  signedIn: page,
  home,
}) => {
  await page.goto("/credentials");
  await expect(page.getByRole("heading", { name: "No credentials yet" })).toBeVisible();
  await page.getByRole("button", { name: "Add Credential" }).click();
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await expect(overlay.getByRole("button", { name: "Clari Copilot" })).toBeFocused();
  expect(await runAxe(page)).toEqual([]);
  await overlay.getByRole("button", { name: "Clari Copilot" }).press("Enter");
  await expect(overlay.getByLabel("Credential Name")).toBeFocused();
  await overlay.getByLabel("Credential Name").fill("Added to the list");
  await overlay.getByLabel("API Key", { exact: true }).fill(home.clari.pair.apiKey);
  await overlay.getByLabel("API Password", { exact: true }).fill(home.clari.pair.apiPassword);
  await overlay.getByRole("button", { name: "Save", exact: true }).click();
  await expect(overlay).toBeHidden();
  const row = page.getByRole("table", { name: "Credentials" }).getByRole("link", { name: "Added to the list" });
  await expect(row).toBeFocused();
  const toast = page.getByRole("status").filter({ hasText: "Added to the list was saved as verified." });
  await expect(toast).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await toast.getByRole("link", { name: "Open" }).click();
  await expect(page.getByRole("heading", { name: "Added to the list" })).toBeFocused();
  await expect(toast).toBeHidden();
});

test("where the list is narrowed to a type, the overlay is for it; one that is stored already is opened", async ({
  signedIn: page,
  home,
}) => {
  const pair = home.clari.generatePair();
  await addCredential(page, "Added before", pair);
  await page.goto("/credentials?connectorId=clari-copilot");
  await page.getByRole("button", { name: "Add Credential" }).click();
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await overlay.getByLabel("Credential Name").fill("Added twice");
  await overlay.getByLabel("API Key", { exact: true }).fill(pair.apiKey);
  await overlay.getByLabel("API Password", { exact: true }).fill(pair.apiPassword);
  await page.removeLocatorHandler(page.getByRole("button", { name: "Keep both", exact: true }));
  await overlay.getByRole("button", { name: "Save", exact: true }).click();
  await overlay.getByRole("button", { name: "Open that one" }).click();
  await expect(page.getByRole("heading", { name: "Added before" })).toBeFocused();
});

test("a type's own tile leads to the overlay at once", async ({ signedIn: page }) => {
  await page.goto("/data-sources/new");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Clari Copilot" })
    .getByRole("link", { name: "Add Credential" })
    .click();
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await expect(overlay.getByLabel("Credential Name")).toBeFocused();
  await expect(overlay).toContainText("Clari Copilot");
});
