import { readFile } from "node:fs/promises";
import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { credentialBody, test } from "../support/people";

test("a filter is saved under a name, is one click away, and can be renamed, deleted and brought back", async ({
  owner,
  signedIn: page,
}) => {
  const body = credentialBody({ apiKey: "k", apiPassword: "p" }, "Filtered by name");
  const made = await owner.post("/credentials", { ...body, saveUnverified: true, keepBoth: true });
  expect(made.status).toBe(201);
  await page.goto("/credentials?status=UNVERIFIED");
  // A tab says that alone.
  await expect(page.getByRole("button", { name: "Save filter" })).toHaveCount(0);
  await page.goto("/credentials?q=filtered&sort=name");
  const mine = page.getByRole("navigation", { name: "Your filters" });
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Save filter" }).click();
  await dialog.getByRole("button", { name: "Save filter" }).click();
  await expect(dialog.getByText("Enter a filter name.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await dialog.getByLabel("Filter name").fill("Every filtered one");
  await dialog.getByRole("button", { name: "Save filter" }).click();
  await expect(mine.getByRole("link", { name: "Every filtered one" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("button", { name: "Edit filter" })).toBeFocused();
  expect(await runAxe(page)).toEqual([]);

  await page.goto("/credentials");
  await mine.getByRole("link", { name: "Every filtered one" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("?q=filtered&sort=name");
  await page.getByRole("button", { name: "Edit filter" }).click();
  await dialog.getByLabel("Filter name").fill("Filtered");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(mine.getByRole("link")).toHaveText(["Filtered"]);
  await page.getByRole("button", { name: "Edit filter" }).click();
  await dialog.getByRole("button", { name: "Delete filter" }).click();
  await expect(mine).toHaveCount(0);
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect(mine.getByRole("link")).toHaveText(["Filtered"]);

  // What the list is narrowed to is what one takes along.
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"Filtered by name"');
  expect(lines[1]).toContain(made.body.id);
});

test("the ID of a credential is copied with one click, and what verifies it from a program is one more away", async ({
  owner,
  signedIn: page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const body = credentialBody({ apiKey: "k", apiPassword: "p" }, "Copied");
  const { id } = (await owner.post("/credentials", { ...body, saveUnverified: true, keepBoth: true })).body;
  await page.goto(`/credentials/${id}`);
  await page.getByRole("button", { name: "Copy ID" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
  await page.getByText("Verify it from a program").click();
  await expect(page.getByRole("region", { name: "the curl example" })).toContainText(
    `/api/v1/credentials/${id}/verify`,
  );
  // What one comes for stands before what one rarely needs.
  const headings = await page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();
  expect(headings).toEqual(["Not used yet", "Details", "Versions"]);
  expect(await runAxe(page)).toEqual([]);
});
