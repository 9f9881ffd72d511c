import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { credentialBody, test } from "../support/people";

// An installation of its own: an outage that it provokes is no one else's.
test.use({ installation: "data-sources/unverified" });

test("Configure says that nobody verified the credential, and verifies it there; nothing is advised that cannot be done", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const unverified = { ...credentialBody(home.clari.pair, "Saved in an outage"), saveUnverified: true };
  const { body: credential } = await owner.post("/credentials", unverified);
  await page.goto(`/data-sources/new/clari-copilot/configure?credential=${credential.id}`);
  const warning = page.getByText("Saved in an outage hasn't been verified.");
  await expect(warning).toBeVisible();
  expect(await runAxe(page)).toEqual([]);

  await page.getByLabel("Data source name").fill("Typed before it was verified");
  home.clari.behave("status:503");
  for (const button of ["Verify now", "Create data source"]) {
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText("Clari Copilot returned an error")).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toHaveClass(/button-primary/);
    await expect(page.getByRole("main")).not.toContainText(/save without verifying/i);
    await page.reload();
    await expect(warning).toBeVisible();
  }
  home.clari.behave();
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Configure" })).toBeFocused();
  await expect(warning).toBeHidden();

  // What was verified a moment ago is not asked about again.
  await expect(page.getByLabel("Data source name")).toHaveValue("Typed before it was verified");
  home.clari.clearRequests();
  await page.getByRole("button", { name: "Create data source" }).click();
  await expect(page.getByRole("heading", { name: "Typed before it was verified" })).toBeVisible();
  expect(home.clari.requests).toEqual([]);
});

test("where Verify now on Configure is refused, the way to new values is there", async ({ owner, signedIn: page }) => {
  const wrong = { apiKey: "not-the-key", apiPassword: "not-the-password" };
  const { body: credential } = await owner.post("/credentials", {
    ...credentialBody(wrong, "Never right"),
    saveUnverified: true,
  });
  await page.goto(`/data-sources/new/clari-copilot/configure?credential=${credential.id}`);
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Replace values of Never right" })).toBeVisible();
  await expect(page.getByText("Replace its values with what you copy from Clari Copilot now.")).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Copy both values again");
  await expect(page.getByRole("button", { name: "Verify now" })).toBeFocused();
});
