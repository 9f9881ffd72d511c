import { expect, fillCredential, test } from "../support/fixtures";
import { tableRows } from "../support/table-rows";

const CRON_SECRET = "a secret of the outside scheduler";

// Seconds in place of a day and of five minutes: what is tested is the order of things.
test.use({ settings: { REVERIFY_EVERY_MINUTES: "0.05", REVERIFY_CONFIRM_MINUTES: "0.05", CRON_SECRET } });

test("P12: a pair that was replaced at the provider needs attention by itself, and recovers when it is replaced here", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Watched", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Watched" })).toBeChecked();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Data source name").fill("Fed by it");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
  await page.goto("/data-sources");
  const source = tableRows(page, "Data sources").filter({ hasText: "Fed by it" });
  await expect(source).toContainText("Verified");
  const before = home.clari.requests.length;
  await expect.poll(() => home.clari.requests.length, { timeout: 30_000 }).toBeGreaterThan(before);

  const next = home.clari.generatePair();
  await page.goto("/credentials");
  await expect(async () => {
    await page.reload();
    await expect(tableRows(page, "Credentials").getByText("Needs attention")).toBeVisible({
      timeout: 500,
    });
  }).toPass({ timeout: 40_000 });
  // Two refusals in a row, not one.
  expect(home.clari.requests.filter(({ headersMatchPair }) => !headersMatchPair).length).toBeGreaterThanOrEqual(2);

  await page.goto("/data-sources");
  await expect(source).toContainText("Needs attention");
  await expect(source).toContainText("Clari Copilot stopped accepting this pair");
  await source.getByRole("link", { name: "Replace values of Watched" }).click();
  await page.getByLabel("API Key", { exact: true }).fill(next.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(next.apiPassword);
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(page.getByText("New values verified and in use.")).toBeVisible();
  await expect(page.getByText("Needs attention")).toBeHidden();
  await page.goto("/data-sources");
  await expect(source).toContainText("Verified");
  await expect(source).not.toContainText("Needs attention");
  await source.getByRole("link", { name: "Fed by it" }).click();
  await expect(page.getByText("stopped accepting")).toHaveCount(0);
});

test("an outage takes no credential's status away", async ({ signedIn: page, home }) => {
  await fillCredential(page, "Through an outage", home.clari.generatePair());
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("radio", { name: "Through an outage" }).waitFor();
  await page.goto("/credentials");
  home.clari.behave("status:503");
  const before = home.clari.requests.length;
  await expect.poll(() => home.clari.requests.length, { timeout: 30_000 }).toBeGreaterThan(before + 2);
  await page.reload();
  const row = tableRows(page, "Credentials").filter({ hasText: "Through an outage" });
  await expect(row.getByText("Verified", { exact: true })).toBeVisible();
  await expect(row.getByText("Needs attention")).toBeHidden();
  home.clari.behave();
});

test("the cron route checks what is due for whoever shows its secret, and for nobody else", async ({ home }) => {
  const post = (headers: Record<string, string>) =>
    fetch(`${home.app.url}/api/cron/reverify-credentials`, { method: "POST", headers });
  expect((await post({})).status).toBe(401);
  expect((await post({ authorization: "Bearer a secret of nobody in particular" })).status).toBe(401);
  const response = await post({ authorization: `Bearer ${CRON_SECRET}` });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ checked: expect.any(Number), moreDue: expect.any(Boolean), failed: [] });
});
