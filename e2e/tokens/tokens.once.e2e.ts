import { runAxe } from "../support/axe";
import { type Cast, test } from "../support/cast";
import { expect } from "../support/fixtures";
import { newName, Stage } from "../support/stage";

test("a data source's page leads to a token for it alone; the overlay opens once", async ({
  signedIn: page,
  owner,
  home,
}) => {
  const stage = new Stage({ owner } as Cast, home.clari.pair);
  const { id } = await stage.dataSource();
  await stage.dataSource();
  await page.goto(`/settings/tokens?source=${id}`);
  const overlay = page.getByRole("dialog", { name: "Create token" });
  await expect(overlay.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await expect(overlay.getByRole("checkbox", { checked: true })).toHaveValue(id);
  expect(await runAxe(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 720 });
  await overlay.getByRole("checkbox", { checked: true }).uncheck();
  const name = newName("For one");
  await overlay.getByLabel("Token name").fill(name);
  await overlay.getByRole("button", { name: "Create token" }).click();
  await expect(overlay.getByText("Choose at least one data source.")).toBeVisible();
  await overlay.locator(`input[value="${id}"]`).check();
  await overlay.getByRole("button", { name: "Create token" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  expect(new URL(page.url()).search).toBe("");
  const { data } = (await owner.get("/tokens")).body;
  const made = data.find((token: { name: string }) => token.name === name);
  expect(made.sources.listed.map((source: { id: string }) => source.id)).toEqual([id]);
  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await runAxe(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test("members find their tokens in the menu and on their account, and viewers do not", async ({ cast, browser }) => {
  for (const [role, count] of [
    ["member", 1],
    ["viewer", 0],
  ] as const) {
    const context = await browser.newContext({ baseURL: cast[role].url });
    await context.addCookies(cast[role].cookies());
    const page = await context.newPage();
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Open your tokens" })).toHaveCount(count);
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Tokens" })).toHaveCount(
      count,
    );
    await page.goto("/settings/tokens");
    const title = count === 1 ? "Tokens" : "Not for your role";
    await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
    await context.close();
  }
});
