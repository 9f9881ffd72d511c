import type { Page } from "playwright/test";
import { expect, fillCredential, test } from "../support/fixtures";

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
