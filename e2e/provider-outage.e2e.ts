import { expect, fillCredential, test } from "./fixtures";

// An installation of its own, whose schedule does not ask in between.
test.use({ settings: { REVERIFY_EVERY_MINUTES: "100000" } });

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
  const outcomes = await page.evaluate(async () => {
    const seen: string[] = [];
    for (let check = 0; check < 50; check += 1) {
      const response = await fetch("/api/v1/credentials/verify", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ connectorId: "clari-copilot", values: { apiKey: "a", apiPassword: "b" } }),
      });
      seen.push((await response.json()).outcome);
    }
    return seen;
  });
  expect(outcomes.slice(0, 5)).toEqual(Array(5).fill("provider-error"));
  expect(outcomes.slice(5)).toEqual(Array(45).fill("paused"));
  // Five checks of two tries each.
  expect(home.clari.requests).toHaveLength(10);
  home.clari.behave();

  await overlay.getByRole("button", { name: "Test", exact: true }).click();
  await expect(overlay.getByText("Clari Copilot has not been answering, so it was not asked now.")).toBeVisible();
  await expect(overlay.getByText(/It can be asked again in \d+ seconds\./)).toBeVisible();
  await expect(overlay.getByRole("button", { name: "Save without verifying" })).toBeVisible();
  const again = overlay.getByRole("button", { name: "Try again" });
  await expect(again).toBeDisabled();
  await expect(again).toBeEnabled({ timeout: 45_000 });
  await again.click();
  await expect(overlay.getByText("Clari Copilot accepted this pair.")).toBeVisible();
  expect(home.clari.requests).toHaveLength(11);
});
