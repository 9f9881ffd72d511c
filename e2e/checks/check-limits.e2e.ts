import { expect, fillCredential, test } from "../support/fixtures";

test.use({ settings: { CHECKS_PER_MINUTE_OF_MEMBER: "3", CHECKS_PER_MINUTE_OF_WORKSPACE: "1000" } });

test("I8: past so many checks a minute nothing is asked, and it is said for how long", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Guessing", { apiKey: "guess-0", apiPassword: "any" });
  const overlay = page.getByRole("dialog");
  const test = overlay.getByRole("button", { name: "Test", exact: true });
  for (const guess of [1, 2, 3]) {
    await page.getByLabel("API Key", { exact: true }).fill(`guess-${guess}`);
    await test.click();
    await expect(overlay.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  }
  await page.getByLabel("API Key", { exact: true }).fill(home.clari.pair.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(home.clari.pair.apiPassword);
  for (const name of ["Test", "Save"]) {
    await overlay.getByRole("button", { name, exact: true }).click();
    await expect(
      overlay.getByText(/You've run 3 checks in a minute\. Try again in \d+ seconds\. Nothing was sent or saved\./),
    ).toBeVisible();
    await expect(overlay.getByRole("button", { name: "Try again" })).toBeDisabled();
  }
  expect(home.clari.requests).toHaveLength(3);
  await expect(page.getByLabel("Credential Name")).toHaveValue("Guessing");
  const response = await page.evaluate(async () => {
    const { status, headers } = await fetch("/api/v1/credentials/verify", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ connectorId: "clari-copilot", values: { apiKey: "a", apiPassword: "b" } }),
    });
    return { status, retryAfter: Number(headers.get("retry-after")) };
  });
  expect(response.status).toBe(429);
  expect(response.retryAfter).toBeGreaterThan(0);
  expect(response.retryAfter).toBeLessThanOrEqual(60);
});
