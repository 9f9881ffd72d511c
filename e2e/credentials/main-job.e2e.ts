import { expect, fillCredential, makeOwner, OWNER, test } from "../support/fixtures";
import { tableRows } from "../support/table-rows";

test("signing in leads back to where one was going, and a wrong password is refused", async ({ page, home }) => {
  await makeOwner(home.app.url);
  await page.goto("/credentials");
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Wrong email or password")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/credentials");
  await expect(page.getByRole("heading", { name: "Credentials", exact: true })).toBeVisible();
});

test("the main job: add a verified credential, create a source with it, and find both after a restart", async ({
  signedIn: page,
  home,
}) => {
  await page.goto("/data-sources");
  await page.getByRole("link", { name: "New data source" }).click();
  await page.getByRole("searchbox", { name: "Search data source types" }).fill("zzz");
  await expect(page.getByText("No data source type matches")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search data source types" }).fill("clari");
  await page.getByRole("link", { name: "Clari Copilot" }).click();
  await expect(page.getByRole("heading", { name: "Authenticate" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Next" })).toBeDisabled();

  await page.getByRole("button", { name: "Add Credential" }).click();
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await expect(overlay.getByLabel("Credential Name")).toBeFocused();
  await overlay.getByLabel("Credential Name").fill("Sales EU");
  await overlay.getByLabel("Credential Description").fill("Calls of the EU team, fresh every night.");
  await overlay.getByLabel("API Key", { exact: true }).fill(home.clari.pair.apiKey);
  await overlay.getByLabel("API Password", { exact: true }).fill(home.clari.pair.apiPassword);
  await overlay.getByRole("button", { name: "Save", exact: true }).click();
  await expect(overlay).toBeHidden();
  const tile = page.getByRole("radiogroup", { name: "Credentials" }).getByRole("radio", { name: "Sales EU" });
  await expect(tile).toBeChecked();
  await expect(page.getByText("Sales EU was saved as verified and is selected.")).toBeAttached();

  await page.reload();
  await expect(tile).toBeChecked();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Data source name").fill("EU calls");
  await page.getByLabel("Endpoint").selectOption({ label: "Calls" });
  await page.locator("summary", { hasText: "Filters" }).click();
  await page.getByLabel("Longer than").fill("99999");
  await page.getByRole("button", { name: "Create data source" }).click();
  await expect(page.getByText("must be a whole number from 0 to 7200")).toBeVisible();
  await page.getByLabel("Longer than").fill("60");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
  await expect(page.getByText("Data source created.")).toBeVisible();
  await page.goto("/data-sources");
  await expect(tableRows(page, "Data sources").filter({ hasText: "EU calls" })).toContainText("Clari Copilot · Calls");

  await home.restart();
  await page.goto("/data-sources");
  await page.getByRole("link", { name: "EU calls" }).click();
  await expect(page.getByText("60 seconds")).toBeVisible();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Data source name").fill("EU calls, long");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("heading", { name: "EU calls, long" })).toBeVisible();
  await page.goto("/data-sources/new/clari-copilot");
  await expect(page.getByRole("radio", { name: "Sales EU" })).toBeVisible();
});

test("P1: a refused pair is not stored, everything typed stays, and the reason is plain", async ({
  signedIn: page,
}) => {
  await fillCredential(page, "Wrong pair", { apiKey: "not-the-key", apiPassword: "not-the-password" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await expect(page.getByLabel("Credential Name")).toHaveValue("Wrong pair");
  await expect(page.getByLabel("API Key", { exact: true })).toHaveValue("not-the-key");
  await expect(page.getByRole("button", { name: "Save without verifying" })).toBeHidden();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Wrong pair" })).toBeHidden();
});

test("U1: a double click makes one credential; a taken name is refused beside its field", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Once only", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).dblclick();
  await expect(page.getByRole("radio", { name: "Once only" })).toHaveCount(1);
  await fillCredential(page, "ONCE  only", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Another credential already has this name")).toBeVisible();
  await expect(page.getByLabel("Credential Name")).toBeFocused();
});

test("a credential's page: verify, edit, replace after a new pair was generated, delete only when unused", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Sales US", home.clari.generatePair());
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("radio", { name: "Sales US" }).waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Data source name").fill("US calls");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.getByRole("heading", { name: "US calls" }).waitFor();
  await page.goto("/credentials");
  await page.getByRole("link", { name: "Sales US" }).click();
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();
  const next = home.clari.generatePair();
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await expect(page.getByText("Needs attention")).toBeVisible();
  await page.getByRole("group", { name: "Check" }).getByRole("button", { name: "Replace values" }).click();
  await expect(page.getByLabel("API Key", { exact: true })).toHaveValue("");
  await page.getByLabel("API Key", { exact: true }).fill(next.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(next.apiPassword);
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(page.getByText("New values verified and in use.")).toBeVisible();
  // Both buttons that lead there are gone, or stand elsewhere now.
  await expect(page.getByRole("heading", { name: "Sales US" })).toBeFocused();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Credential Name").fill("Sales America");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Sales America" })).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("dialog")).toContainText("1 data source uses Sales America.");
  await expect(page.getByRole("dialog").getByRole("link", { name: "US calls" })).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Delete" })).toHaveCount(0);
});
