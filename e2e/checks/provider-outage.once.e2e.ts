import type { Page } from "playwright/test";
import { expect, fillCredential, test } from "../support/fixtures";

// An installation of its own, whose schedule does not ask in between.
test.use({ settings: { REVERIFY_EVERY_MINUTES: "100000" } });

/** Checks typed values one after another, past the screen. */
const outcomesOf = (page: Page, keys: string[]) =>
  page.evaluate(async (apiKeys) => {
    const seen: string[] = [];
    for (const apiKey of apiKeys) {
      const response = await fetch("/api/v1/credentials/verify", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ connectorId: "clari-copilot", values: { apiKey, apiPassword: "b" } }),
      });
      seen.push((await response.json()).outcome);
    }
    return seen;
  }, keys);

test("P13: a pair that the provider fails to answer for is held back alone, and another is saved meanwhile", async ({
  signedIn: page,
  home,
}) => {
  const overlay = page.getByRole("dialog");
  await fillCredential(page, "Answered", { apiKey: "fault:status:502", apiPassword: "b" });
  const outcomes = await outcomesOf(page, Array(6).fill("fault:status:502"));
  expect(outcomes).toEqual([...Array(5).fill("provider-error"), "held-back"]);
  await overlay.getByRole("button", { name: "Test", exact: true }).click();
  await expect(
    overlay.getByText("Clari Copilot hasn't been answering for this pair, so we didn't ask this time."),
  ).toBeVisible();
  await page.getByLabel("API Key", { exact: true }).fill(home.clari.pair.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(home.clari.pair.apiPassword);
  await overlay.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Answered" })).toBeChecked();
});

test("P13: a provider that is down is soon left alone by all, and asked again by itself", async ({
  signedIn: page,
  home,
}) => {
  // The pause is half a minute long.
  test.setTimeout(100_000);
  const overlay = page.getByRole("dialog");
  await fillCredential(page, "During an outage", home.clari.pair);
  home.clari.clearRequests();
  home.clari.behave("status:503");
  const outcomes = await outcomesOf(
    page,
    Array.from({ length: 50 }, (_, check) => `key-${check}`),
  );
  // Three open the circuit, and one person asks in spite of it.
  expect(outcomes.slice(0, 4)).toEqual(Array(4).fill("provider-error"));
  expect(outcomes.slice(4)).toEqual(Array(46).fill("paused"));
  // Four checks of two tries each.
  expect(home.clari.requests).toHaveLength(8);
  home.clari.behave();

  await overlay.getByRole("button", { name: "Test", exact: true }).click();
  await expect(overlay.getByText("Clari Copilot hasn't been answering, so we didn't ask this time.")).toBeVisible();
  await expect(overlay.getByText(/You can verify again in \d+ seconds\./)).toBeVisible();
  await expect(overlay.getByRole("button", { name: "Save without verifying" })).toBeVisible();
  const again = overlay.getByRole("button", { name: "Try again" });
  await expect(again).toBeDisabled();
  await expect(again).toBeEnabled({ timeout: 45_000 });
  await again.click();
  await expect(overlay.getByText("Clari Copilot accepted this pair.")).toBeVisible();
  expect(home.clari.requests).toHaveLength(9);
});
