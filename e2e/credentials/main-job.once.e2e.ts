import { expect, fillCredential, test } from "../support/fixtures";

// The part of the main job that the provider and the browser decide.

test("P2: a provider that hangs is given up after ten seconds; saving without verifying stores it unverified", async ({
  signedIn: page,
}) => {
  await fillCredential(page, "Hanging", { apiKey: "fault:hang", apiPassword: "any" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Clari Copilot is slow")).toBeVisible();
  await expect(page.getByText("didn't answer within 10 seconds")).toBeVisible({ timeout: 12_000 });
  await page.getByRole("button", { name: "Save without verifying" }).click();
  await expect(page.getByRole("radio", { name: "Hanging" })).toBeChecked();
  await expect(page.getByText("Hanging hasn't been verified.")).toBeVisible();
});

test("a workspace of 20,000 people is accepted by the beginning of its answer", async ({ signedIn: page }) => {
  await fillCredential(page, "Large workspace", { apiKey: "fault:big", apiPassword: "any" });
  await page.getByRole("button", { name: "Test" }).click();
  await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();
});

test("a form sent before its validation has arrived waits for it, and sends nothing that is wrong", async ({
  signedIn: page,
}) => {
  await page.goto("/data-sources/new/clari-copilot", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.route("**/_next/static/chunks/**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Enter a credential name.")).toBeVisible();
  await expect(page.getByText("Enter the API Password.")).toBeVisible();
  await expect(page.getByLabel("Credential Name")).toBeFocused();
  expect(posts).toEqual([]);
});

test("where the validation cannot be fetched, the server's own answer stands beside the fields", async ({
  signedIn: page,
}) => {
  await page.goto("/data-sources/new/clari-copilot", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.route("**/_next/static/chunks/**", (route) => route.abort());
  await page.getByLabel("Credential Description").fill("No name yet");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Enter the API Key.")).toBeVisible();
  await expect(page.getByLabel("Credential Description")).toHaveValue("No name yet");
});

test("Gong's basic and Fireflies' bearer authentication come from their connectors' data alone", async ({
  signedIn: page,
  home,
}) => {
  await page.goto("/data-sources/new/gong");
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("Credential Name").fill("Gong");
  await page.getByLabel("Access Key", { exact: true }).fill(home.gong.accessKey);
  await page.getByLabel("Access Key Secret", { exact: true }).fill(home.gong.accessKeySecret);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Gong" })).toBeChecked();
  await page.goto("/data-sources/new/fireflies");
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("Credential Name").fill("Fireflies");
  await page.getByLabel("API Key", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Fireflies.ai didn't accept this key.")).toBeVisible();
  await page.getByLabel("API Key", { exact: true }).fill(home.fireflies.apiKey);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Fireflies" })).toBeChecked();
});
