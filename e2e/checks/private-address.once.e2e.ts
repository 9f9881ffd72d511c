import { expect, test } from "../support/fixtures";

// Gong's own address, as no operator changed it, and a name service that leads it astray.
const astray = new URL("../support/resolve-to-loopback.mjs", import.meta.url);
test.use({ settings: { GONG_BASE_URL: "", NODE_OPTIONS: `--import=${astray.href}` } });

test("I1, P4: where a provider's name leads into a private network, nothing is sent, and the sentence says so", async ({
  signedIn: page,
}) => {
  await page.goto("/data-sources/new/gong");
  const banner = page.getByRole("complementary", { name: "Operator's override" });
  await expect(banner, "I1: Gong is asked where it is").toContainText(
    "Requests to Clari Copilot and Fireflies.ai go to",
  );
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("Access Key", { exact: true }).fill("any");
  await page.getByLabel("Access Key Secret", { exact: true }).fill("any");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(
    page.getByText("Gong's name leads to a private network address, so we didn't send the values."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Save without verifying" })).toBeVisible();
});
