import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { join, newEmail, PASSWORD, test } from "../support/people";

test("U16: axe finds nothing on members, its dialogs, the switcher and an invitation, and none is wider than 320 px", async ({
  signedIn: page,
  owner,
  browser,
  home,
}) => {
  const { link } = (await owner.post("/invitations", { email: newEmail("axe"), role: "viewer" })).body;
  await join(owner, "admin", "A person with a rather long name, as some people have");
  const check = async (where: string, on = page) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await on.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await runAxe(on), `${where}, ${colorScheme}`).toEqual([]);
    }
    await on.setViewportSize({ width: 320, height: 700 });
    const overflow = await on.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${where} at 320 px`).toBeLessThanOrEqual(0);
    await on.setViewportSize({ width: 1280, height: 720 });
  };
  await page.goto("/members");
  await check("members");
  await page.getByRole("button", { name: /^Workspace:/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Workspaces" })).toBeVisible();
  await check("switcher");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Workspaces" })).toBeHidden();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByLabel("Email")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Enter an email address")).toBeVisible();
  await check("invite with errors");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Remove A person/ }).click();
  await check("remove");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Role of A person/ }).click();
  await check("role");
  const guest = await browser.newPage();
  await guest.goto(link);
  await check("invitation", guest);
  await guest.goto(`${home.app.url}/invite/nothing`);
  await check("no invitation", guest);
  await guest.close();
});

test("an invitation gets a new link, which ends the first at once; whoever joins by it leaves, and is told so", async ({
  signedIn: page,
  owner,
  browser,
  home,
}) => {
  const email = newEmail("lost-link");
  const first = (await owner.post("/invitations", { email, role: "member" })).body.link;
  await page.goto("/members");
  await page.getByRole("button", { name: `New link for the invitation of ${email}` }).click();
  await expect(page.getByRole("dialog")).toContainText("stops working at once");
  await page.getByRole("dialog").getByRole("button", { name: "Create new link" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await page.getByRole("button", { name: "Done" }).click();

  const context = await browser.newContext({ baseURL: home.app.url });
  const guest = await context.newPage();
  await guest.goto(first);
  await expect(guest.getByRole("heading", { name: "You can't use this invitation" })).toBeVisible();
  await guest.goto(link);
  expect(await runAxe(guest)).toEqual([]);
  await guest.getByLabel("Name").fill("Leaving Guest");
  await guest.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await guest.getByRole("button", { name: "Create account and join" }).click();
  await guest.waitForURL("**/overview");
  await page.reload();
  const row = page.getByRole("table", { name: "Members" }).getByRole("row").filter({ hasText: "Leaving Guest" });
  await expect(row.getByRole("cell", { name: "today" })).toBeVisible();
  await expect(row.getByRole("cell", { name: "Off" })).toBeVisible();

  await guest.goto("/members");
  await expect(guest.getByRole("columnheader", { name: "Last seen" })).toHaveCount(0);
  await guest.getByRole("button", { name: "Leave workspace" }).click();
  await expect(guest.getByRole("dialog")).toContainText("Programs using your tokens stop working.");
  expect(await runAxe(guest)).toEqual([]);
  await guest.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await guest.waitForURL("**/left");
  await expect(guest.getByRole("heading", { name: "You left the workspace" })).toBeVisible();
  expect(await runAxe(guest)).toEqual([]);
  await guest.goto("/members");
  await guest.waitForURL(/sign-in/);
  await context.close();
});
