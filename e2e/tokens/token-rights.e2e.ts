import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { join, test } from "../support/people";

test("U16: what a token may do is chosen by keyboard, and the list says it in words", async ({
  signedIn: page,
  home,
}) => {
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "Create token" }).click();
  const overlay = page.getByRole("dialog");
  await overlay.getByLabel("Token name").fill("Looks after credentials");
  const purpose = overlay.getByLabel("What can it do?");
  await expect(purpose).toHaveValue("read");
  await expect(overlay.getByLabel("Data sources")).toBeVisible();
  await purpose.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(overlay.getByText("Stored secrets stay hidden.")).toBeVisible();
  await expect(overlay.getByLabel("Data sources")).toHaveCount(0);
  await page.keyboard.press("End");
  // Nothing is chosen yet: only what can be limited is, so that data sources are asked for.
  await expect(overlay.getByLabel("Data sources", { exact: true })).toBeVisible();
  await overlay.getByLabel("Token name").focus();
  await page.keyboard.press("Enter");
  await expect(overlay.getByText("Choose what it can do.")).toBeVisible();
  const boxes = overlay.getByRole("group", { name: "Credentials" });
  await expect(overlay.getByRole("checkbox", { name: "See data sources" })).toBeFocused();
  const transfer = boxes.getByRole("checkbox", { name: "Pass on other people's credentials" });
  await transfer.focus();
  await page.keyboard.press("Space");
  const ticked = boxes.getByRole("checkbox", { checked: true });
  await expect(ticked).toHaveCount(3);
  await boxes.getByRole("checkbox", { name: "See credentials, as tiles show them" }).focus();
  await page.keyboard.press("Space");
  await expect(ticked).toHaveCount(0);
  await boxes.getByRole("checkbox", { name: "Replace values" }).focus();
  await page.keyboard.press("Space");
  await boxes.getByRole("checkbox", { name: "See credentials, as tiles show them" }).focus();
  await page.keyboard.press("Space");
  await expect(ticked).toHaveCount(3);
  await expect(overlay.getByText("Choose what it can do.")).toHaveCount(0);
  expect(await runAxe(page)).toEqual([]);
  await page.keyboard.press("Enter");
  const value = await overlay.getByLabel("Token Looks after credentials").inputValue();
  await overlay.getByRole("button", { name: "Done" }).click();

  const row = page.getByRole("listitem").filter({ hasText: "Looks after credentials" });
  await expect(row).not.toContainText("data sources");
  await row.getByText("Works with credentials").focus();
  await page.keyboard.press("Enter");
  await expect(row.getByText("Replace values")).toBeVisible();
  await expect(row.getByText("Delete credentials")).toHaveCount(0);
  expect(await runAxe(page)).toEqual([]);

  const ask = async (path: string) =>
    (await fetch(`${home.app.url}/api/v1${path}`, { headers: { authorization: `Bearer ${value}` } })).status;
  expect(await Promise.all(["/credentials", "/members", "/data-sources"].map(ask))).toEqual([200, 403, 403]);
});

test("Z1: a member is offered what members may do, and nothing else", async ({ owner, browser }) => {
  const member = await join(owner, "member", "Mira Chooses");
  const context = await browser.newContext({ baseURL: owner.url });
  await context.addCookies(member.cookies());
  const page = await context.newPage();
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "Create token" }).click();
  const overlay = page.getByRole("dialog");
  const purpose = overlay.getByLabel("What can it do?");
  await expect(purpose.getByRole("option")).toHaveText([
    "Read records",
    "Look at everything, change nothing",
    "Choose each",
  ]);
  await purpose.selectOption({ label: "Choose each" });
  await expect(overlay.getByRole("checkbox", { name: "Create data sources" })).toBeVisible();
  for (const name of ["Create credentials", "Replace values", "Export the audit trail"])
    await expect(overlay.getByRole("checkbox", { name })).toHaveCount(0);
  await context.close();
});
