import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { expect, fillCredential, makeOwner, OWNER, signIn, test } from "../support/fixtures";

// One after the other on one fresh installation: set-up and empty lists are there only at its beginning.
test.use({ installation: "screens/axe" });

/** No violation, in light and in dark, and nothing wider than a phone. */
async function assertAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await runAxe(page), `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${where} at 320 px`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 720 });
}

test("U16: axe finds nothing on any screen, in light and dark, and none is wider than 320 px", async ({
  page,
  home,
}) => {
  // Some sixty looks at some thirty screens.
  test.setTimeout(300_000);
  const visit = async (address: string, where: string) => {
    await page.goto(address);
    await expect(page.locator("h1, h2").first()).toBeVisible();
    await assertAccessible(page, where);
  };
  await visit("/setup", "set-up");
  await page.getByRole("button", { name: "Create owner account" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await assertAccessible(page, "set-up with errors");
  await makeOwner(home.app.url);
  await visit("/sign-in", "sign-in");
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Wrong email or password")).toBeVisible();
  await assertAccessible(page, "sign-in refused");
  await signIn(page, home.app.url);
  await visit("/overview", "overview of a new workspace");
  await visit("/data-sources", "no data sources");
  await visit("/credentials", "no credentials");
  await visit("/nothing/here", "not found");
  await visit("/data-sources/new", "picker");
  await visit("/data-sources/new/clari-copilot", "no tiles");

  await fillCredential(page, "Accessible", { apiKey: "not-the-key", apiPassword: "not-the-password" });
  await page.getByText("Where do I find these?").click();
  await assertAccessible(page, "overlay");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await assertAccessible(page, "overlay refused");
  await page.getByLabel("Credential Name").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Enter a credential name.")).toBeVisible();
  await assertAccessible(page, "overlay with errors");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Discard" })).toBeVisible();
  await assertAccessible(page, "overlay asking");

  await fillCredential(page, "Accessible", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Accessible" })).toBeChecked();
  await assertAccessible(page, "tiles");
  await page.getByRole("button", { name: "Next" }).click();
  await page.waitForURL(/\/configure/);
  await page.getByLabel("Endpoint").selectOption({ label: "Calls" });
  await page.getByRole("button", { name: "Create data source" }).click();
  await expect(page.getByText("Enter a data source name.")).toBeVisible();
  await assertAccessible(page, "configure with errors");
  await page.getByLabel("Data source name").fill("Accessible calls");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
  await assertAccessible(page, "data source");
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByRole("button", { name: "Save changes" })).toBeVisible();
  await page.locator("summary", { hasText: "Filters" }).click();
  await page.getByLabel("Attendees", { exact: true }).fill("ada@example.com,");
  await page.getByLabel("Started after").fill("2026-05-03T12:00");
  await assertAccessible(page, "edit a data source");
  await visit("/overview", "overview");
  await visit("/data-sources", "data sources");
  for (const place of ["", "/credentials", "/notices"]) await visit(`/settings${place}`, `settings${place}`);
  await visit("/settings/keys", "keys");
  await visit("/credentials", "credentials");
  await page.getByRole("link", { name: "Accessible" }).click();
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();
  await assertAccessible(page, "credential");
});
