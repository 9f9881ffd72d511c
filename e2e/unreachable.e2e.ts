import { expect, fillCredential, test } from "./fixtures";
import { freePort } from "./start-app";

// Nothing listens there, and the name belongs to nobody (RFC 2606).
const closed = await freePort();
test.use({
  settings: { CLARI_COPILOT_BASE_URL: "http://clari.invalid", GONG_BASE_URL: `http://127.0.0.1:${closed}` },
});

test("P10: a name that nobody has, and a port where nobody listens, read differently", async ({ signedIn: page }) => {
  const test = page.getByRole("dialog").getByRole("button", { name: "Test", exact: true });
  await fillCredential(page, "No such name", { apiKey: "any", apiPassword: "any" });
  await test.click();
  await expect(page.getByText("The address of Clari Copilot could not be found.")).toBeVisible({ timeout: 12_000 });
  await page.goto("/data-sources/new/gong");
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("Access Key", { exact: true }).fill("any");
  await page.getByLabel("Access Key Secret", { exact: true }).fill("any");
  await test.click();
  await expect(page.getByText("This server cannot reach Gong.")).toBeVisible();
});
