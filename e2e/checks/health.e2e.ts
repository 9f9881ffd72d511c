import type { Page } from "playwright/test";
import { addCredential } from "../support/add-credential";
import { runAxe } from "../support/axe";
import { expect, test } from "../support/fixtures";
import { tableRows } from "../support/table-rows";

// The pair of the provider is replaced in here: an installation of its own keeps that from other tests. No schedule
// checks in between.
test.use({ settings: { WORKER: "off" } });

async function verify(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByRole("group", { name: "Check" }).getByRole("button", { name: "Stop" })).toBeHidden();
}

test("the history of checks: a strip that is read with arrow keys, a table, and one sentence in lists", async ({
  signedIn: page,
  home,
}) => {
  const id = await addCredential(page, "With a history", home.clari.pair);
  await page.goto(`/credentials/${id}`);
  for (const [fault, sentence] of [
    ["status:500", "returned an error (status 500)"],
    ["nobody", "accepted this pair, but there was nothing to read"],
    [undefined, "Clari Copilot accepted this pair."],
  ] as const) {
    home.clari.behave(fault);
    await verify(page);
    await expect(page.getByRole("group", { name: "Check" }).getByText(sentence)).toBeVisible();
  }
  const bars = page.getByRole("toolbar", { name: "Checks" }).getByRole("button");
  await expect(
    page.getByText("Last 4 checks: 2 accepted, 1 accepted with a warning, 1 without an answer"),
  ).toBeVisible();
  await expect(bars, "so few are said, and not drawn").toHaveCount(0);
  await page.evaluate(async (path) => {
    for (let check = 5; check <= 8; check += 1) await fetch(path, { method: "POST" });
  }, `/api/v1/credentials/${id}/verify`);
  await page.reload();
  const sentence = "Last 8 checks: 6 accepted, 1 accepted with a warning, 1 without an answer";
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(bars).toHaveCount(8);
  const [strip, newest] = await Promise.all([
    page.getByRole("toolbar", { name: "Checks" }).boundingBox(),
    bars.last().boundingBox(),
  ]);
  if (!strip || !newest) throw new Error("Both are there.");
  expect(newest.x + newest.width, "the newest stands at the right").toBeCloseTo(strip.x + strip.width, 0);
  await expect(bars.first()).toHaveAccessibleName(
    /^Accepted, \d{1,2} \w+ \d{4}, \d\d:\d\d, \d+ ms, Ada Owner, on save$/,
  );
  // One stop of the Tab key: the newest bar; arrows go from there.
  await bars.last().focus();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("toolbar", { name: "Checks" }).locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(bars.last()).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect(bars.nth(1)).toBeFocused();
  const tooltip = page.getByText("Provider error");
  await expect(tooltip.first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip.first()).toBeHidden();
  // Whoever only points at a bar closes its bubble so, too; and the heading above stays in sight.
  await page.getByRole("heading", { name: "Checks" }).click();
  await bars.nth(1).hover();
  await expect(tooltip.first()).toBeVisible();
  const [bubble, heading] = [
    page.getByRole("tooltip", { includeHidden: true }),
    page.getByRole("heading", { name: "Checks" }),
  ];
  const [over, under] = await Promise.all([heading.boundingBox(), bubble.boundingBox()]);
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(under?.y ?? 0);
  await page.keyboard.press("Escape");
  await expect(tooltip.first()).toBeHidden();
  await bars.nth(1).focus();
  await page.keyboard.press("Home");
  await expect(bars.first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByText("Show as a table")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row")).toHaveCount(9);
  await expect(page.getByRole("row").nth(7)).toContainText(/Provider error.*Ada Owner, by hand/);
  expect(await runAxe(page)).toEqual([]);
  await page.goto("/data-sources/new/clari-copilot");
  await expect(page.getByRole("img", { name: sentence })).toBeVisible();
});

test("P12: a pair that was replaced at the provider needs attention everywhere, and one link leads to what helps", async ({
  signedIn: page,
  home,
}) => {
  const id = await addCredential(page, "Replaced there", home.clari.pair);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Data source name").fill("Reads with it");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
  const next = home.clari.generatePair();
  await page.goto(`/credentials/${id}`);
  await verify(page);
  await expect(page.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await page.reload();
  const reason =
    /Clari Copilot stopped accepting this pair on \d{1,2} \w+ \d{4}, \d\d:\d\d\. A new pair may have been generated\./;
  const sentence = /Clari Copilot stopped accepting this pair on/;
  const link = page.getByRole("link", { name: "Replace values of Replaced there" });
  await expect(page.getByText(sentence)).toBeVisible();
  await page.goto("/data-sources");
  await expect(tableRows(page, "Data sources").filter({ hasText: "Reads with it" })).toContainText(reason);
  await expect(link).toBeVisible();
  await page.getByRole("link", { name: "Reads with it" }).click();
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(link).toBeVisible();
  await page.goto("/credentials");
  await expect(tableRows(page, "Credentials").filter({ hasText: "Replaced there" })).toContainText(reason);
  expect(await runAxe(page)).toEqual([]);

  // Choosing it for another data source is possible, and warned about at each step.
  await page.goto("/data-sources/new/clari-copilot");
  const tile = page.getByRole("radio", { name: "Replaced there" });
  await expect(page.getByText(reason)).toBeVisible();
  await tile.check();
  await expect(page.getByText("Replaced there needs attention.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText(sentence)).toBeVisible();
  await page.getByLabel("Data source name").fill("Cannot read");
  await page.getByRole("button", { name: "Create data source" }).click();
  await expect(page.getByText("the data source wasn't created")).toBeVisible();
  await expect(page.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy diagnostic" })).toBeVisible();

  // The link in the tile is reached with the keyboard; it opens the overlay here, and chooses nothing.
  await page.goto("/data-sources/new/clari-copilot");
  await tile.focus();
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await expect(tile).not.toBeChecked();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/data-sources/new/clari-copilot?replace=${id}`);
  const overlay = page.getByRole("dialog", { name: "Replace values" });
  await expect(overlay.getByLabel("API Key", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(overlay).toBeHidden();
  await page.waitForURL(/\/data-sources\/new\/clari-copilot$/);
  await expect(link).toBeFocused();
  await page.goto(`/credentials/${id}?replace=1`);
  home.clari.clearRequests();
  await overlay.getByLabel("API Key", { exact: true }).fill(next.apiKey);
  await overlay.getByLabel("API Password", { exact: true }).fill(next.apiPassword);
  await overlay.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(page.getByText("New values verified and in use.")).toBeVisible();
  expect(home.clari.requests).toHaveLength(1);
  expect(new URL(page.url()).search).toBe("");
  await expect(page.getByText(sentence)).toBeHidden();
  await expect(page.getByText("Needs attention")).toBeHidden();
});
