import { addCredential } from "../support/add-credential";
import { runAxe } from "../support/axe";
import { expect, fillCredential, test } from "../support/fixtures";

// What a check of a stored credential shows, as far as the provider and the browser decide it.

test("P2: Verify now can be stopped, and a stopped check is in no history", async ({ signedIn: page, home }) => {
  const id = await addCredential(page, "Stopped by hand", home.clari.pair);
  await page.goto(`/credentials/${id}`);
  home.clari.clearRequests();
  home.clari.behave("hang");
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect.poll(() => home.clari.requests.length).toBe(1);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Check stopped. Nothing has changed.")).toBeVisible();
  await expect.poll(() => home.clari.requests[0]?.abandoned, { timeout: 3000 }).toBe(true);
  home.clari.behave();
  await page.reload();
  await expect(page.getByText("Last check: accepted")).toBeVisible();
});

test("P2: creating a data source checks an unverified credential; that can be stopped, and nothing is created", async ({
  signedIn: page,
  home,
}) => {
  home.clari.behave("status:500");
  await fillCredential(page, "Not checked yet", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Save without verifying" }).click();
  await expect(page.getByRole("radio", { name: "Not checked yet" })).toBeChecked();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Data source name").fill("Made in the end");
  home.clari.clearRequests();
  home.clari.behave("hang");
  const create = page.getByRole("button", { name: "Create data source" });
  await create.click();
  await expect(page.getByText("Verifying with Clari Copilot …")).toBeVisible();
  await expect.poll(() => home.clari.requests.length).toBe(1);
  await expect(page.getByText(/Clari Copilot is slow\. Waiting up to \d+ more seconds/)).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Check stopped. The data source wasn't created.")).toBeVisible();
  await expect.poll(() => home.clari.requests[0]?.abandoned, { timeout: 3000 }).toBe(true);
  home.clari.behave();
  await expect(page.getByLabel("Data source name")).toHaveValue("Made in the end");
  await create.click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
  await page.goto("/data-sources");
  await expect(page.getByRole("link", { name: "Made in the end" })).toHaveCount(1);
});

test("a credential that was accepted with a warning says so after the save and on its page", async ({
  signedIn: page,
}) => {
  const id = await addCredential(page, "Nobody there", { apiKey: "fault:nobody", apiPassword: "any" });
  const warning = page.getByText("Clari Copilot accepted this pair, but there was nothing to read.");
  await expect(warning).toBeVisible();
  await expect(page.getByText("The pair belongs to a different workspace, which is empty.")).toBeVisible();
  await page.goto(`/credentials/${id}`);
  await expect(warning).toBeVisible();
});
